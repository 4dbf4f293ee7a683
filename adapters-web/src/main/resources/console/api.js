/** An answer that is no success, with the words of its problem document. */
class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function answer(response) {
  if (response.ok) return response.status === 204 ? null : response.json();
  const body = await response.json().catch(() => ({}));
  throw new Refused(response.status, body.detail || `The server answered ${response.status}.`);
}

/** The session is in a cookie that no script can read; browsers send it by themselves. */
export async function post(path, body) {
  return answer(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));
}

/** Asks as the owner of a session; is aborted when he leaves. */
export async function get(session, path) {
  return answer(await fetch(path, { signal: session.leaving.signal }));
}
