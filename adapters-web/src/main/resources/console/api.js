/** An answer that is no success, with the words of its problem document. */
class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  return new Refused(response.status, body.detail || `The server answered ${response.status}.`);
}

export async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problem(response);
  return response.json();
}

/** Access tokens live 15 minutes; one exchange at a time, since a refresh token is good for one. */
function renew(session) {
  session.renewal ??= post("/api/auth/refresh", { refresh_token: session.refresh_token })
    .then((tokens) => Object.assign(session, tokens))
    .finally(() => { session.renewal = null; });
  return session.renewal;
}

/** Asks as the owner of a session; is aborted when he leaves. */
export async function get(session, path, headers = {}) {
  const attempt = () => fetch(path, {
    headers: { ...headers, Authorization: `Bearer ${session.access_token}` },
    signal: session.leaving.signal,
  });
  let response = await attempt();
  if (response.status === 401) {
    await renew(session);
    response = await attempt();
  }
  if (!response.ok) throw await problem(response);
  return response;
}

export const getJson = async (session, path) => (await get(session, path)).json();
