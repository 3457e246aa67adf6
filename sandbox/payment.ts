/** Minor units of an ISO 4217 currency. */
export interface Amount {
  readonly minorUnits: number;
  readonly currency: string;
}

export interface SandboxRefund {
  readonly reference: string;
  /** Null for one that was made at the gateway. */
  readonly key: string | null;
  readonly amount: Amount;
  readonly state: "PENDING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
  readonly failure: string | null;
}

export interface SandboxDispute {
  readonly reference: string;
  readonly amount: Amount;
  readonly state: "OPEN" | "WON" | "LOST";
  readonly reason: string | null;
}

/** What happens at a time, or when the control endpoint says so. */
export const HAPPENINGS = [
  "SETTLE",
  "DECLINE",
  "EXPIRE",
  "DISPUTE",
  "DISPUTE_WON",
  "DISPUTE_LOST",
  "REFUND",
  "REFUND_SUCCEEDS",
  "REFUND_FAILS",
] as const;
export type Happening = (typeof HAPPENINGS)[number];

interface Due {
  /** In milliseconds, on the clock of the sandbox. */
  readonly at: number;
  readonly happening: Happening;
}

/** A payment as the ledger keeps it. It is never changed: each change makes another one. */
export interface SandboxPayment {
  readonly reference: string;
  readonly key: string | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly amount: Amount;
  readonly capture: "AUTOMATIC" | "MANUAL";
  readonly token: string;
  readonly returnUrl: string | null;
  readonly state:
    | "PENDING"
    | "REQUIRES_ACTION"
    | "AUTHORISED"
    | "CAPTURED"
    | "DECLINED"
    | "CANCELLED"
    | "EXPIRED";
  readonly authorised: number;
  readonly captured: number;
  readonly authorisedUntil: number | null;
  /** Lets who has it act for the buyer at the page of the action. */
  readonly actionSecret: string | null;
  readonly declineCode: string | null;
  readonly refunds: readonly SandboxRefund[];
  readonly disputes: readonly SandboxDispute[];
  readonly due: readonly Due[];
}

/** Why the sandbox does not do what it is told. */
export class SandboxRefusal extends Error {
  constructor(
    /** HTTP. */
    readonly status: 400 | 404 | 409 | 422,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "SandboxRefusal";
  }
}

/** Minor units that were given back, or are about to be. */
export const refundedOf = ({ refunds }: Pick<SandboxPayment, "refunds">): number =>
  refunds
    .filter(({ state }) => state === "SUCCEEDED" || state === "PENDING")
    .reduce((sum, { amount }) => sum + amount.minorUnits, 0);

/** Whether money was held or taken. */
export const isCharged = ({ authorised }: SandboxPayment): boolean => authorised > 0;
