import { post } from "/api.js";

/** What the link of a mail asks for; what stands behind # reaches no server's log. */
const LINK = /^#(verify-email|reset-password|invitation)=([\w-]+)$/;

const byId = (id) => document.getElementById(id);

function say(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = false;
}

/** Shows a form; what it sends goes out with the token of the mail. */
function ask(id, path, token, done) {
  const form = byId(id);
  form.hidden = false;
  form.onsubmit = async (submitted) => {
    submitted.preventDefault();
    try {
      await post(path, { ...Object.fromEntries(new FormData(form)), ...token });
      form.hidden = true;
      form.reset();
      say(done);
    } catch (e) {
      say(e.message);
    }
  };
}

/** What an affiliate's link leads to; the cookie says whose. */
const SIGN_UP = "#sign-up";

function follow() {
  if (location.hash === SIGN_UP) {
    ask("join", "/api/auth/register", {}, "The account is open: sign in.");
    return;
  }
  const [, wish, token] = LINK.exec(location.hash) ?? [];
  if (!wish) return;
  history.replaceState(null, "", location.pathname);
  if (wish === "verify-email") {
    post("/api/auth/verify-email", { token })
      .then(() => say("The e-mail address is confirmed."), (e) => say(e.message));
  } else if (wish === "reset-password") {
    ask("reset", "/api/auth/reset-password", { token }, "Sign in with the new password.");
  } else {
    ask("join", "/api/auth/register", { invitation: token }, "The account is open: sign in.");
  }
}

addEventListener("hashchange", follow);
follow();
