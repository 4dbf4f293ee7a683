"use strict";

const MOST_ROWS = 200;
const REFRESH_MS = 5000;
const RECONNECT_MS = 2000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

const byId = (id) => document.getElementById(id);
let session = null;

class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  return new Refused(response.status, body.detail || `The server answered ${response.status}.`);
}

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problem(response);
  return response.json();
}

/** Access tokens live 15 minutes; one exchange at a time, since a refresh token is good for one. */
function renew() {
  session.renewal ??= post("/api/auth/refresh", { refresh_token: session.refresh_token })
    .then((tokens) => Object.assign(session, tokens))
    .finally(() => { session.renewal = null; });
  return session.renewal;
}

async function get(path, options = {}) {
  const attempt = () => fetch(path, {
    ...options,
    headers: { ...options.headers, Authorization: `Bearer ${session.access_token}` },
  });
  let response = await attempt();
  if (response.status === 401) {
    await renew();
    response = await attempt();
  }
  if (!response.ok) throw await problem(response);
  return response;
}

const getJson = async (path) => (await get(path)).json();

function row(cells, bad = false) {
  const tr = document.createElement("tr");
  for (const cell of cells) {
    tr.insertCell().textContent = cell ?? "";
  }
  tr.classList.toggle("bad", bad);
  return tr;
}

const clock = (time) => (time ? new Date(time).toLocaleTimeString() : "");

async function showFigures() {
  const balance = await getJson("/api/billing/balance");
  byId("balance").textContent = `${balance.balance} ${balance.currency}`;
  byId("affordable").textContent = balance.visits_affordable.toLocaleString();
  byId("held").textContent = balance.held;
}

async function showProjects() {
  const { items } = await getJson("/api/projects");
  byId("projects").replaceChildren(...items.map((project) =>
    row([
      project.name,
      project.status,
      [project.status_reason, project.binding_cap].filter(Boolean).join(", "),
      clock(project.next_visit_at),
    ])));
  byId("no-projects").hidden = items.length > 0;
  return items;
}

function describe(event) {
  switch (event.type) {
    case "hit":
      return row([clock(event.ts), "hit", event.url, `${event.device}, ${event.browser}`,
        `${event.status} in ${event.duration_ms} ms`, event.visit_id], event.status >= 400);
    case "visit":
      return row([clock(event.ts), "visit", `${event.pages} pages`, "",
        event.reason ?? (event.charged ? "completed, charged" : event.outcome), event.visit_id],
        event.outcome !== "completed");
    case "stop":
      return row(["", "stop", "", "", event.reason, ""]);
    case "lag":
      return row(["", "lag", "", "", `${event.dropped} events were skipped`, ""]);
    default:
      return null;
  }
}

function showEvent(event) {
  const tr = describe(event);
  if (!tr) return;
  byId("events").prepend(tr);
  while (byId("events").rows.length > MOST_ROWS) byId("events").deleteRow(-1);
}

/** EventSource sends no header, so the stream is read by fetch (WHATWG HTML, 9.2.6). */
async function readStream(path, mine) {
  const response = await get(path, {
    headers: { Accept: "text/event-stream", ...(mine.since && { "Last-Event-ID": mine.since }) },
    signal: mine.leaving.signal,
  });
  byId("pulse").textContent = "connected";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const messages = (text + value).split("\n\n");
    text = messages.pop();
    for (const message of messages) {
      for (const line of message.split("\n")) {
        if (line.startsWith("id: ")) mine.since = line.slice(4);
        if (line.startsWith("data: ")) showEvent(JSON.parse(line.slice(6)));
      }
    }
  }
}

async function follow(path, mine) {
  while (session === mine) {
    try {
      await readStream(path, mine);
    } catch (e) {
      if (session !== mine) return;
      if (e.status === 401) return leave("The session has ended.");
    }
    byId("pulse").textContent = "reconnecting";
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
  }
}

async function refresh(mine) {
  while (session === mine) {
    await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
    if (session !== mine) return;
    try {
      await Promise.all([showFigures(), showProjects()]);
      notice("");
    } catch (e) {
      notice(e.message);
    }
  }
}

async function enter(tokens) {
  session = { ...tokens, leaving: new AbortController(), since: null, renewal: null };
  const mine = session;
  const [me, , projects] = await Promise.all([getJson("/api/users/me"), showFigures(), showProjects()]);
  byId("email").textContent = me.email;
  byId("who").hidden = false;
  byId("board").hidden = false;
  byId("sign-in").hidden = true;
  notice("");
  refresh(mine);
  if (me.role === "admin") {
    follow("/api/admin/live-stream", mine);
  } else if (projects.length > 0) {
    follow(`/api/projects/${projects[0].id}/live-stream`, mine);
  } else {
    byId("pulse").textContent = "no project";
  }
}

function leave(text) {
  const left = session;
  session = null;
  if (left) {
    left.leaving.abort();
    fetch("/api/auth/logout", {
      method: "POST",
      headers: { Authorization: `Bearer ${left.access_token}` },
    }).catch(() => {});
  }
  byId("who").hidden = true;
  byId("board").hidden = true;
  byId("sign-in").hidden = false;
  byId("events").replaceChildren();
  notice(text);
}

byId("leave").addEventListener("click", () => leave(""));
byId("sign-in").addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const form = submitted.target;
  try {
    await enter(await post("/api/auth/token", Object.fromEntries(new FormData(form))));
    form.reset();
  } catch (e) {
    if (session) leave(e.message);
    else notice(e.message);
  }
});

if (location.protocol === "https:" || LOOPBACK.includes(location.hostname)) {
  byId("sign-in").hidden = false;
} else {
  notice("Passwords are not sent over a plain connection: open this page by https, or on the server itself.");
}
