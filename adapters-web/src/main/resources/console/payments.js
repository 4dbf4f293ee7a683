import { get, post } from "/api.js";

const SHOWN = 20;
const PAYMENTS = "/api/admin/payments";

const byId = (id) => document.getElementById(id);

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Null if the admin thinks better of it. */
function assignment(payment) {
  const account = prompt(`${payment.stated} arrived. Id of the user whose money it is:`);
  if (!account) return null;
  const amount = payment.amount ?? prompt(`What are ${payment.stated} in euros?`);
  if (!amount) return null;
  return { user_id: account.trim(), amount: payment.amount ? null : amount.trim() };
}

/** What can be done about parked money, which waits for somebody. */
function actions(payment, act) {
  if (payment.status !== "parked") return [];
  return [
    button("Assign", () => {
      const body = assignment(payment);
      if (body) act("assign", body);
    }),
    button("Return", () => {
      if (confirm(`${payment.stated} goes back to its payer?`)) act("return", {});
    }),
  ];
}

function row(payment, act) {
  const tr = document.createElement("tr");
  const cells = [
    new Date(payment.created_at).toLocaleString(),
    `${payment.provider} ${payment.payment_id}`,
    payment.stated,
    payment.disputed ? `${payment.status}, disputed` : payment.status,
    payment.reason ?? payment.user_id,
  ];
  for (const cell of cells) tr.insertCell().textContent = cell ?? "";
  tr.insertCell().append(...actions(payment, act));
  tr.classList.toggle("bad", payment.status === "parked");
  return tr;
}

/**
 * Shows an admin the newest payments, parked ones first.
 *
 * @param tell shows what went wrong
 */
export async function showPayments(session, tell) {
  const [parked, newest] = await Promise.all([
    get(session, `${PAYMENTS}?status=parked&limit=${SHOWN}`),
    get(session, `${PAYMENTS}?limit=${SHOWN}`),
  ]);
  const shown = [...parked.items, ...newest.items.filter(({ status }) => status !== "parked")];
  const act = (payment) => async (what, body) => {
    try {
      await post(`${PAYMENTS}/${payment.id}/${what}`, body);
      await showPayments(session, tell);
      tell("");
    } catch (e) {
      if (!session.leaving.signal.aborted) tell(e.message);
    }
  };
  byId("payments").replaceChildren(...shown.map((payment) => row(payment, act(payment))));
  byId("money").hidden = shown.length === 0;
}
