import { get, post } from "/api.js";

const LEAST_PAYOUT = 50;

const byId = (id) => document.getElementById(id);
const euros = (amount) => `${amount} EUR`;

function cells(values) {
  const tr = document.createElement("tr");
  for (const value of values) tr.insertCell().textContent = value;
  return tr;
}

/** Shows what the owner of a session is as an affiliate. */
export async function showAffiliate(session) {
  const [standing, earnings, payouts] = await Promise.all([
    get(session, "/api/affiliate/summary"),
    get(session, "/api/affiliate/earnings?limit=10"),
    get(session, "/api/affiliate/payouts?limit=10"),
  ]);
  byId("link").value = standing.link;
  byId("brought").textContent = `${standing.clicks} clicks, ${standing.sign_ups} sign-ups`;
  byId("pending").textContent = euros(standing.pending);
  byId("approved").textContent = euros(standing.approved);
  byId("paid").textContent = euros(standing.paid);
  byId("pay-out").disabled = Number(standing.approved) < LEAST_PAYOUT;
  byId("earnings").replaceChildren(...earnings.items.map((earning) =>
    cells([new Date(earning.created_at).toLocaleDateString(), euros(earning.amount), earning.status])));
  byId("payouts").replaceChildren(...payouts.items.map((payout) =>
    cells([new Date(payout.created_at).toLocaleDateString(), euros(payout.amount), payout.status])));
}

/** Lets the button ask for the money of whoever is signed in then. */
export function offerPayout(session, notice) {
  byId("payout").addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    byId("pay-out").disabled = true;
    const method = byId("method").value.trim();
    try {
      const payout = await post("/api/affiliate/payouts", method ? { method } : {});
      await showAffiliate(session());
      notice(`A payout of ${euros(payout.amount)} is requested.`);
    } catch (e) {
      notice(e.message);
    }
  });
}
