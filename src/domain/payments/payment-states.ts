import { GATEWAY_PAYMENT_STATES, type GatewayPaymentState } from "./gateway-payment.js";

export const PAYMENT_STATES = GATEWAY_PAYMENT_STATES;
export type PaymentState = GatewayPaymentState;

interface Transition {
  readonly from: PaymentState;
  readonly to: PaymentState;
  /** When it happens, for the diagram. */
  readonly when: string;
  /** Whether it happens only while no gateway has told of the payment: the state was our guess. */
  readonly isFirstAnswer?: true;
}

const TRIES_AGAIN = "the buyer tries again at the gateway";
const LATE = "the gateway tells of it late";
const NEVERTHELESS = "the money was taken nevertheless";

/** All transitions of a payment. An answer that leads nowhere else is about an earlier moment. */
export const PAYMENT_TRANSITIONS: readonly Transition[] = [
  { from: "PENDING", to: "REQUIRES_ACTION", when: "the buyer has to do something" },
  { from: "PENDING", to: "AUTHORISED", when: "the money is held" },
  { from: "PENDING", to: "CAPTURED", when: "the money is taken" },
  { from: "PENDING", to: "DECLINED", when: "it is declined" },
  { from: "PENDING", to: "CANCELLED", when: "it is cancelled" },
  { from: "PENDING", to: "EXPIRED", when: "its time is over" },
  { from: "REQUIRES_ACTION", to: "AUTHORISED", when: "the money is held" },
  { from: "REQUIRES_ACTION", to: "CAPTURED", when: "the money is taken" },
  { from: "REQUIRES_ACTION", to: "DECLINED", when: "it is declined" },
  { from: "REQUIRES_ACTION", to: "CANCELLED", when: "it is cancelled" },
  { from: "REQUIRES_ACTION", to: "EXPIRED", when: "its time is over" },
  { from: "AUTHORISED", to: "CAPTURED", when: "the money is taken" },
  { from: "AUTHORISED", to: "CANCELLED", when: "the money is released" },
  { from: "AUTHORISED", to: "EXPIRED", when: "the money is released by time" },
  { from: "DECLINED", to: "AUTHORISED", when: TRIES_AGAIN },
  { from: "DECLINED", to: "CAPTURED", when: TRIES_AGAIN },
  { from: "DECLINED", to: "CANCELLED", when: "it is cancelled" },
  { from: "DECLINED", to: "EXPIRED", when: "its time is over" },
  { from: "EXPIRED", to: "CAPTURED", when: NEVERTHELESS },
  { from: "CANCELLED", to: "CAPTURED", when: NEVERTHELESS },
  { from: "EXPIRED", to: "AUTHORISED", when: LATE, isFirstAnswer: true },
  { from: "CANCELLED", to: "AUTHORISED", when: LATE, isFirstAnswer: true },
];

/** @param isFirstAnswer whether no gateway has told of the payment before */
export const maySettle = (from: PaymentState, to: PaymentState, isFirstAnswer: boolean): boolean =>
  PAYMENT_TRANSITIONS.some(
    (one) => one.from === from && one.to === to && (isFirstAnswer || !one.isFirstAnswer),
  );

/** Whether it is not known yet what comes of a payment. */
export const isOpenState = (state: PaymentState): boolean =>
  state === "PENDING" || state === "REQUIRES_ACTION";

/** The states and transitions as a Mermaid diagram. */
export const paymentStateDiagram = (): string =>
  [
    "stateDiagram-v2",
    "  [*] --> PENDING: started",
    ...PAYMENT_TRANSITIONS.map(({ from, to, when }) => `  ${from} --> ${to}: ${when}`),
    ...(["CAPTURED", "DECLINED", "CANCELLED", "EXPIRED"] as const).map(
      (state) => `  ${state} --> [*]`,
    ),
  ].join("\n");
