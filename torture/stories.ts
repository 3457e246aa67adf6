import { setTimeout as wait } from "node:timers/promises";
import type { Buyer } from "./buyer.js";
import { untilAnswered } from "./until-answered.js";

/** What a buyer does after the checkout. */
export interface Story {
  /** The token of the sandbox with which the first payment is made. */
  readonly token: string;
  readonly goesOn?: (buyer: Buyer, link: string, paymentMethod: string) => Promise<void>;
}

const SUCCEED = "tok_succeed";
const TABS = 2;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;
const IN_FLIGHT = new Set(["PENDING", "AUTHORISED", "CAPTURED"]);

/** Two windows pay at once, again and again while the order waits for a payment that is under way. */
const payAgain: NonNullable<Story["goesOn"]> = async (buyer, link, paymentMethod) => {
  const wallet = { paymentMethod, token: SUCCEED };
  await patiently(async () => {
    const answers = await Promise.all(Array.from({ length: TABS }, () => buyer.pay(link, wallet)));
    const { order } = answers.find((answer) => answer?.order) ?? (await buyer.refresh(link)) ?? {};
    return (
      order?.state !== "AWAITING_PAYMENT" ||
      order.payments.some(({ state }) => IN_FLIGHT.has(state))
    );
  });
};

/** While it is open what comes of a payment, the order cannot be cancelled. */
const cancel: NonNullable<Story["goesOn"]> = (buyer, link) =>
  patiently(async () => {
    const { order } = (await buyer.cancel(link)) ?? {};
    return (order ?? (await buyer.refresh(link))?.order)?.state !== "AWAITING_PAYMENT";
  });

/** The buyer waits for the page of the gateway, and decides there. */
const decide =
  (decision: "approve" | "decline"): NonNullable<Story["goesOn"]> =>
  async (buyer, link) => {
    let url: string | null = null;
    await patiently(async () => {
      const order = (await buyer.refresh(link))?.order;
      url = order?.nextAction?.url ?? null;
      return url !== null || order?.state !== "AWAITING_PAYMENT";
    });
    if (url === null) return;
    const page = new URL(url);
    const secret = page.searchParams.get("secret") ?? "";
    page.search = "";
    await untilAnswered(page, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ secret, decision }),
      redirect: "manual",
    });
    await buyer.refresh(link);
  };

/** Tries until it is done, or until the buyer has lost patience. */
const patiently = async (attempt: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS;
  while (!(await attempt()) && performance.now() < end) await wait(PAUSE_MS);
};

export const STORIES = {
  pays: { token: SUCCEED },
  "is declined and pays": { token: "tok_decline_insufficient_funds", goesOn: payAgain },
  "is declined and cancels": { token: "tok_decline_card_declined", goesOn: cancel },
  approves: { token: "tok_requires_action", goesOn: decide("approve") },
  "does not approve and pays": {
    token: "tok_requires_action",
    goesOn: async (buyer, link, method) => {
      await decide("decline")(buyer, link, method);
      await payAgain(buyer, link, method);
    },
  },
  "gets no answer": { token: "tok_cut_after_charge" },
  "gets an error": { token: "tok_error_500_after_charge" },
  "gets no answer and pays again": { token: "tok_timeout_after_charge", goesOn: payAgain },
  "gets an error and cancels": { token: "tok_error_500_after_charge", goesOn: cancel },
} as const satisfies Readonly<Record<string, Story>>;
