import { offerPayout, showAffiliate } from "/affiliate.js";
import { get, post } from "/api.js";
import { showPayments } from "/payments.js";

const MOST_ROWS = 200;
const REFRESH_MS = 5000;
const RECONNECT_MS = 2000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Remembers that a session may live in the cookie, which scripts cannot see. */
const ENTERED = "entered";

const ENDED = "The session has ended: please sign in again.";

/** What the API's names mean where the name alone does not say it; spaces make words of the others. */
const WORDS = {
  new: "never started",
  user: "as you wish",
  unverified: "a site lost its proof",
  unhealthy: "too many visits failed, or its settings cannot run",
  no_exit: "no exit is in one of its countries",
  retry_after: "a site asked for a pause",
  target: "all visits are made",
  expired: "its time is over",
  no_funds: "no money left",
  funds: "money",
  host: "the site's share is used",
  guard: "not a public address",
  driver: "our browser failed",
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const byId = (id) => document.getElementById(id);
let session = null;

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

function row(cells, bad = false) {
  const tr = document.createElement("tr");
  for (const cell of cells) {
    tr.insertCell().textContent = cell ?? "";
  }
  tr.classList.toggle("bad", bad);
  return tr;
}

const clock = (time) => (time ? new Date(time).toLocaleTimeString() : "");
const words = (name) => WORDS[name] ?? name.replaceAll(/[_-]/g, " ");

async function showFigures(mine) {
  const balance = await get(mine, "/api/billing/balance");
  byId("balance").textContent = `${balance.balance} ${balance.currency}`;
  byId("affordable").textContent = balance.visits_affordable.toLocaleString();
  byId("held").textContent = `${balance.held} ${balance.currency}`;
}

async function showProjects(mine) {
  const { items } = await get(mine, "/api/projects");
  byId("projects").replaceChildren(...items.map((project) =>
    row([
      project.name,
      project.status,
      [...new Set([project.status_reason, project.binding_cap])].filter(Boolean).map(words).join(", "),
      clock(project.next_visit_at),
    ])));
  byId("no-projects").hidden = items.length > 0;
  mine.project = items.find((project) => project.status === "active") ?? items[0];
}

const showMoney = (mine) => (mine.admin ? showPayments(mine, notice) : null);

function describe(event) {
  switch (event.type) {
    case "hit":
      return row([clock(event.ts), "hit", event.url, `${event.device}, ${event.browser}`,
        `${event.status} in ${event.duration_ms} ms`, event.visit_id], event.status >= 400);
    case "visit":
      return row([clock(event.ts), "visit", event.pages === 1 ? "1 page" : `${event.pages} pages`, "",
        event.reason ? `failed: ${words(event.reason)}` : event.charged ? "completed, charged" : event.outcome, event.visit_id],
        event.outcome !== "completed");
    case "stop":
      return row(["", "stop", "", "", words(event.reason), ""]);
    case "lag":
      return row(["", "gap", "", "", `${event.dropped} events were too many to show`, ""]);
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

/** Ends when the stream is over for good; a browser takes up one that broke where it broke off. */
function readStream(path, mine) {
  return new Promise((end) => {
    const source = new EventSource(mine.since ? `${path}?since=${mine.since}` : path);
    source.onopen = () => { byId("pulse").textContent = "connected"; };
    source.onmessage = ({ data, lastEventId }) => {
      mine.since = lastEventId || mine.since;
      showEvent(JSON.parse(data));
    };
    source.onerror = () => {
      byId("pulse").textContent = "connecting";
      if (source.readyState === EventSource.CLOSED) end();
    };
    mine.leaving.signal.addEventListener("abort", () => { source.close(); end(); });
  });
}

/** An admin follows everything, others the project that runs. */
function stream(mine) {
  if (mine.admin) return ["/api/admin/live-stream", "everything"];
  const project = mine.project;
  return project ? [`/api/projects/${project.id}/live-stream`, project.name] : [null, "no project yet"];
}

async function follow(mine) {
  while (session === mine) {
    const [path, name] = stream(mine);
    byId("followed").textContent = name;
    byId("pulse").textContent = path ? "connecting" : "waiting";
    if (path) await readStream(path, mine);
    await pause(RECONNECT_MS);
  }
}

async function refresh(mine) {
  for (await pause(REFRESH_MS); session === mine; await pause(REFRESH_MS)) {
    try {
      await Promise.all([
        showFigures(mine),
        showProjects(mine),
        showAffiliate(mine),
        showMoney(mine),
      ]);
      notice("");
    } catch (e) {
      if (session !== mine) return;
      if (e.status === 401) return leave(ENDED);
      notice(e.message);
    }
  }
}

async function enter() {
  const mine = { leaving: new AbortController(), since: null };
  session = mine;
  const [me] = await Promise.all([
    get(mine, "/api/users/me"), showFigures(mine), showProjects(mine), showAffiliate(mine)]);
  mine.admin = me.role === "admin";
  byId("email").textContent = me.email;
  localStorage.setItem(ENTERED, "yes");
  show(true);
  notice("");
  showMoney(mine)?.catch((e) => session === mine && notice(e.message));
  refresh(mine);
  follow(mine);
}

function show(entered) {
  byId("who").hidden = !entered;
  byId("board").hidden = !entered;
  byId("sign-in").hidden = entered;
}

function leave(text) {
  session?.leaving.abort();
  session = null;
  localStorage.removeItem(ENTERED);
  show(false);
  byId("events").replaceChildren();
  byId("money").hidden = true;
  notice(text);
}

offerPayout(() => session, notice);
byId("leave").addEventListener("click", () => {
  leave("");
  fetch("/api/auth/logout", { method: "POST" }).catch(() => {});
});
byId("sign-in").addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const form = submitted.target;
  try {
    const fields = [...new FormData(form)].filter(([, value]) => value);
    await post("/api/auth/token", { ...Object.fromEntries(fields), cookie: true });
    await enter();
    form.reset();
  } catch (e) {
    byId("code").hidden = !e.message.includes("one-time code");
    if (session) leave(e.message);
    else notice(e.message);
  }
});

if (location.protocol !== "https:" && !LOOPBACK.includes(location.hostname)) {
  notice("Passwords are not sent over a plain connection: open this page by https, or on the server itself.");
} else if (localStorage.getItem(ENTERED)) {
  enter().catch((e) => leave(e.status === 401 ? "" : e.message));
} else {
  byId("sign-in").hidden = false;
}
