import type { OrderActor } from "./order-actor.js";

export const ORDER_STATES = [
  "AWAITING_PAYMENT",
  "CONFIRMED",
  "COMPLETED",
  "CANCELLED",
  "EXPIRED",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const PAYMENT_STATUSES = [
  "PENDING",
  "AUTHORISED",
  "PARTIALLY_PAID",
  "PAID",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "FAILED",
] as const;
/** What has been paid of an order. Derived from its payments, and stored for lists. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const FULFILMENT_STATUSES = [
  "UNFULFILLED",
  "PARTIALLY_FULFILLED",
  "FULFILLED",
  "PARTIALLY_RETURNED",
  "RETURNED",
] as const;
/** What has been handed over of an order. Derived from its fulfilments, and stored for lists. */
export type FulfilmentStatus = (typeof FULFILMENT_STATUSES)[number];

export const ORDER_STEPS = ["CONFIRM", "CANCEL", "EXPIRE", "REOPEN"] as const;
/** What moves an order to another state. */
export type OrderStep = (typeof ORDER_STEPS)[number];

interface Transition {
  readonly step: OrderStep;
  readonly from: OrderState;
  readonly to: OrderState;
  /** When it happens, for the diagram. */
  readonly when: string;
}

/** All transitions of an order. Whatever is not listed is refused. */
export const ORDER_TRANSITIONS: readonly Transition[] = [
  {
    step: "CONFIRM",
    from: "AWAITING_PAYMENT",
    to: "CONFIRMED",
    when: "the total is covered, or there is nothing to pay",
  },
  {
    step: "CANCEL",
    from: "AWAITING_PAYMENT",
    to: "CANCELLED",
    when: "the buyer or the shop cancels it",
  },
  {
    step: "EXPIRE",
    from: "AWAITING_PAYMENT",
    to: "EXPIRED",
    when: "it is not paid in time",
  },
  {
    step: "CANCEL",
    from: "CONFIRMED",
    to: "CANCELLED",
    when: "the shop cancels it and gives the money back",
  },
  {
    step: "REOPEN",
    from: "EXPIRED",
    to: "CONFIRMED",
    when: "it is paid late, and its units are still there",
  },
];

/** Where a step leads to; null where it is refused. */
export const stateAfter = (from: OrderState, step: OrderStep): OrderState | null =>
  ORDER_TRANSITIONS.find((one) => one.from === from && one.step === step)?.to ?? null;

/** The state of an order at a moment: an unpaid one whose time is over is expired, job or not. */
export const stateAt = (
  {
    state,
    reservationEndsAt,
  }: { readonly state: OrderState; readonly reservationEndsAt: Date | null },
  now: Date,
): OrderState =>
  state === "AWAITING_PAYMENT" && reservationEndsAt !== null && reservationEndsAt <= now
    ? "EXPIRED"
    : state;

export const ORDER_ACTIONS = ["CANCEL"] as const;
/** What people may be able to do with an order. */
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** Why an action is not possible. */
export const BLOCKED_REASONS = [
  "ALREADY_CONFIRMED",
  "ALREADY_CANCELLED",
  "EXPIRED",
  "PAYMENT_OPEN",
] as const;
export type BlockedReason = (typeof BLOCKED_REASONS)[number];

const BLOCKED_IN: Readonly<Record<OrderState, BlockedReason | null>> = {
  AWAITING_PAYMENT: null,
  CONFIRMED: "ALREADY_CONFIRMED",
  COMPLETED: "ALREADY_CONFIRMED",
  CANCELLED: "ALREADY_CANCELLED",
  EXPIRED: "EXPIRED",
};

/** An action, and why it is blocked; null where it is allowed. */
export interface AllowedAction {
  readonly action: OrderAction;
  readonly blockedBy: BlockedReason | null;
}

/** What decides who may do what with an order. */
export interface ActionFacts {
  readonly state: OrderState;
  /** Whether it is not known yet what comes of a payment. */
  readonly isPaymentOpen: boolean;
}

/**
 * Every action. Staff may also cancel an order that is confirmed, or one that is just being paid: what
 * is paid is given back.
 */
export const allowedActions = (
  { state, isPaymentOpen }: ActionFacts,
  by: OrderActor,
): readonly AllowedAction[] =>
  ORDER_ACTIONS.map((action) => ({ action, blockedBy: blockOf(state, isPaymentOpen, action, by) }));

const blockOf = (
  state: OrderState,
  isPaymentOpen: boolean,
  action: OrderAction,
  by: OrderActor,
): BlockedReason | null => {
  if (stateAfter(state, action) === null) return BLOCKED_IN[state];
  if (by !== "BUYER") return null;
  if (state !== "AWAITING_PAYMENT") return BLOCKED_IN[state];
  return isPaymentOpen ? "PAYMENT_OPEN" : null;
};

/** The states and transitions as a Mermaid diagram. */
export const orderStateDiagram = (): string =>
  [
    "stateDiagram-v2",
    "  [*] --> AWAITING_PAYMENT: placed",
    ...ORDER_TRANSITIONS.map(({ from, to, when }) => `  ${from} --> ${to}: ${when}`),
    // Ends that a transition leads to.
    ...ORDER_STATES.filter(
      (state) =>
        ORDER_TRANSITIONS.some(({ to }) => to === state) &&
        !ORDER_TRANSITIONS.some(({ from }) => from === state),
    ).map((state) => `  ${state} --> [*]`),
  ].join("\n");
