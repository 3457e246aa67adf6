// Shows the ledger of the sandbox gateway, and lets things happen there. Runs in the browser.
(() => {
  const NEWEST = 100;
  const EVERY_MS = 2_000;
  const DAY_MS = 86_400_000;
  const find = (id) => document.getElementById(id);

  const made = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const ask = async (path, body) => {
    const answer = await fetch(`/playground/sandbox/${path}`, {
      ...(body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const content = await answer.json();
    if (answer.ok) return content;
    throw new Error(content.error?.message ?? content.errors?.[0]?.message ?? answer.status);
  };

  const amount = (minorUnits, currency) => {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.format(minorUnits / 10 ** format.resolvedOptions().maximumFractionDigits);
  };

  const button = (label, work) => {
    const element = made("button", label);
    element.type = "button";
    element.addEventListener("click", async () => {
      find("message").textContent = "";
      try {
        await work();
      } catch (error) {
        find("message").textContent = error.message;
      }
      await refresh();
    });
    return element;
  };

  const some = (list, ...states) => list.some(({ state }) => states.includes(state));

  /** What can happen to a payment, with the words of a button. */
  const happenings = ({ state, captured, refunded, refunds, disputes }) => [
    ...(state === "PENDING" || state === "REQUIRES_ACTION"
      ? [
          ["Settle", "SETTLE"],
          ["Decline", "DECLINE"],
        ]
      : []),
    ...(state === "AUTHORISED" ? [["Expire", "EXPIRE"]] : []),
    ...(captured > 0 && !some(disputes, "OPEN") ? [["Dispute", "DISPUTE"]] : []),
    ...(some(disputes, "OPEN")
      ? [
          ["Dispute won", "DISPUTE_WON"],
          ["Dispute lost", "DISPUTE_LOST"],
        ]
      : []),
    ...(captured > refunded && !some(disputes, "OPEN") ? [["Refund here", "REFUND"]] : []),
    ...(some(refunds, "PENDING") ? [["Refund succeeds", "REFUND_SUCCEEDS"]] : []),
    ...(some(refunds, "PENDING", "SUCCEEDED") ? [["Refund fails", "REFUND_FAILS"]] : []),
  ];

  const details = ({ declineCode, refunds, disputes, authorisedUntil }) =>
    [
      declineCode && `declined: ${declineCode}`,
      authorisedUntil && `held until ${authorisedUntil.slice(0, 16).replace("T", " ")}`,
      ...refunds.map(({ state, amount: { minorUnits, currency } }) => {
        return `refund of ${amount(minorUnits, currency)}: ${state}`;
      }),
      ...disputes.map(({ state, reason }) => `dispute (${reason}): ${state}`),
    ].filter(Boolean);

  const row = (payment) => {
    const { reference, orderId, orderNumber, token, state, captured, authorised } = payment;
    const { minorUnits, currency } = payment.amount;
    const line = made("tr");
    const cell = (...parts) => {
      const one = made("td");
      for (const part of parts) one.append(part);
      line.append(one);
      return one;
    };
    cell(orderNumber ?? "unknown", made("br"), made("code", orderId ?? "no order"));
    cell(made("code", reference), made("br"), made("code", token));
    cell(made("span", state, `state ${state}`));
    for (const part of [minorUnits, authorised, captured])
      cell(amount(part, currency)).className = "amount";
    cell(...details(payment).flatMap((text) => [text, made("br")]));
    cell(
      ...happenings(payment).map(([label, happening]) =>
        button(label, () => ask("happenings", { reference, happening })),
      ),
      button("Repeat webhooks", () => ask("repetitions", { reference })),
    );
    return line;
  };

  const show = ({ now, payments, totals, webhooks }) => {
    find("now").textContent = now.slice(0, 19).replace("T", " ");
    find("totals").textContent =
      `${totals.payments} payments, ${totals.ordersCharged} orders charged, ` +
      `${totals.ordersChargedTwice} more than once`;
    find("unsent").textContent = `${webhooks.events} events, ${webhooks.unsent} not accepted yet`;
    find("paused").setAttribute("aria-pressed", String(webhooks.isPaused));
    find("storm").setAttribute("aria-pressed", String(webhooks.copies > 1));
    find("payments").replaceChildren(...payments.map(row));
    find("empty").hidden = payments.length > 0;
    shown = webhooks;
  };

  /** Rows are replaced when they are shown: a button that is pressed meanwhile would lose its click. */
  const nothingPressed = async () => {
    while (document.querySelector("button:active"))
      await new Promise((done) => setTimeout(done, 20));
  };

  let shown = { isPaused: false, copies: 1 };
  let asked = 0;
  const refresh = async () => {
    const turn = ++asked;
    try {
      const ledger = await ask(`ledger?newest=${NEWEST}`);
      await nothingPressed();
      // An older answer says less than one that was asked for after it.
      if (turn === asked) show(ledger);
    } catch (error) {
      find("message").textContent = error.message;
    }
  };

  const tool = (id, label, work) => {
    const element = button(label, work);
    element.id = id;
    find(`${id}-place`).replaceWith(element);
  };
  tool("day", "1 day later", () => ask("clock", { forwardMs: DAY_MS }));
  tool("week", "7 days later", () => ask("clock", { forwardMs: 7 * DAY_MS }));
  tool("paused", "Pause", () => ask("webhooks", { isPaused: !shown.isPaused }));
  tool("storm", "Three times, in any order", () =>
    ask("webhooks", shown.copies > 1 ? { copies: 1, spreadMs: 0 } : { copies: 3, spreadMs: 3_000 }),
  );
  tool("out", "Out of order for a minute", () =>
    ask("outages", { kind: "ERROR_503", forMs: 60_000 }),
  );
  tool("hang", "No answers for a minute", () => ask("outages", { kind: "HANG", forMs: 60_000 }));
  tool("back", "Back again", () => ask("outages", { kind: "HANG", forMs: 0 }));
  void refresh();
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, EVERY_MS);
})();
