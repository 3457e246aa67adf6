import type { LedgerPayment } from "./sandbox-ledger.js";
import type { StockItem, StoredOrder } from "./shop.js";

/** One row of the verdict. */
export interface Finding {
  readonly check: string;
  /** What is wrong; empty when nothing is. */
  readonly wrong: readonly string[];
  /** Why it was not checked; null when it was. */
  readonly unchecked: string | null;
}

const IN_FLIGHT = new Set(["PENDING", "REQUIRES_ACTION"]);
const SOLD = new Set(["CONFIRMED", "COMPLETED"]);

/** What is held or was taken, and not given back, in minor units. */
const kept = ({ payments }: StoredOrder): number =>
  payments.reduce(
    (sum, { capturableAmount, capturedAmount, refundedAmount }) =>
      sum +
      Number(capturableAmount.minorUnits) +
      Number(capturedAmount.minorUnits) -
      Number(refundedAmount.minorUnits),
    0,
  );

const due = ({ state, total }: StoredOrder): number =>
  SOLD.has(state) ? Number(total.minorUnits) : 0;

/** Whether nothing more is going to happen to the money of an order. */
export const isSettled = (order: StoredOrder): boolean =>
  order.payments.every(
    ({ state, refunds }) =>
      !IN_FLIGHT.has(state) && refunds.every((refund) => refund.state !== "PENDING"),
  ) && kept(order) === due(order);

/** Orders, money and units in the end. */
export const judgeOrders = (orders: readonly StoredOrder[], expected: number): Finding[] => {
  const wrongOf = (check: string, problem: (order: StoredOrder) => string | null): Finding => ({
    check,
    wrong: orders.flatMap((order) => {
      const said = problem(order);
      return said === null ? [] : [`${order.id}: ${said}`];
    }),
    unchecked: null,
  });
  const times = (order: StoredOrder, kind: string): number =>
    order.timeline.filter((entry) => entry.kind === kind).length;
  return [
    {
      check: "every order is there",
      wrong: orders.length === expected ? [] : [`${orders.length} of ${expected} orders`],
      unchecked: null,
    },
    wrongOf("an order that was sold is paid once, another one is not paid", (order) =>
      kept(order) === due(order) ? null : `${order.state}, ${kept(order)} kept, ${due(order)} due`,
    ),
    // A buyer who has given up after a declined payment leaves an order that waits until it expires.
    wrongOf("no payment is left open", ({ payments }) =>
      payments.some(({ state }) => IN_FLIGHT.has(state))
        ? payments.map(({ id, state }) => `${id} ${state}`).join(", ")
        : null,
    ),
    wrongOf("an order is confirmed once, and each capture told once", (order) => {
      const captures = order.payments.filter(
        ({ capturedAmount }) => Number(capturedAmount.minorUnits) > 0,
      ).length;
      const confirmed = times(order, "CONFIRMED");
      const told = times(order, "PAYMENT_CAPTURED");
      return confirmed <= 1 && told === captures
        ? null
        : `${confirmed} times confirmed, ${told} captures told, ${captures} made`;
    }),
    wrongOf("no payment is flagged", (order) => {
      const flags = order.payments.flatMap((payment) => payment.flags.map(({ kind }) => kind));
      return flags.length === 0 ? null : flags.join(" ");
    }),
  ];
};

/** @param sold how many units each variant should have sold, and how many are still held */
export const judgeStock = (
  stock: readonly StockItem[],
  orders: { readonly sold: number; readonly waiting: number },
): Finding => {
  const claimed = stock.reduce((sum, item) => sum + item.claimed, 0);
  const reserved = stock.reduce((sum, item) => sum + item.reserved, 0);
  return {
    check: "each unit is sold once, and units of ended orders are back",
    wrong: [
      ...(claimed === orders.sold ? [] : [`${orders.sold} units sold, ${claimed} claimed`]),
      ...(reserved === orders.waiting
        ? []
        : [`${orders.waiting} units wait to be paid, ${reserved} reserved`]),
      ...stock.flatMap(({ variant, onHand, reserved: held, claimed: taken }) =>
        held + taken > onHand ? [`${variant.id}: ${held + taken} of ${onHand} promised`] : [],
      ),
    ],
    unchecked: null,
  };
};

/** Compares the shop with what its gateway has in its books. */
export const judgeLedger = (
  orders: readonly StoredOrder[],
  ledger: readonly LedgerPayment[] | null,
): Finding => {
  const check = "the gateway has the money that the shop says";
  if (ledger === null) return { check, wrong: [], unchecked: "the sandbox is not known" };
  const money = new Map<string, number>();
  for (const { orderId, state, authorised, captured, refunded } of ledger)
    if (orderId !== null) {
      const taken = state === "AUTHORISED" ? authorised : captured;
      money.set(orderId, (money.get(orderId) ?? 0) + taken - refunded);
    }
  return {
    check,
    wrong: orders.flatMap((order) => {
      const there = money.get(order.id) ?? 0;
      return there === kept(order)
        ? []
        : [`${order.id}: ${there} at the gateway, ${kept(order)} in the shop`];
    }),
    unchecked: null,
  };
};

export const soldAndWaiting = (orders: readonly StoredOrder[]) => ({
  sold: orders.filter(({ state }) => SOLD.has(state)).length,
  waiting: orders.filter(({ state }) => state === "AWAITING_PAYMENT").length,
});
