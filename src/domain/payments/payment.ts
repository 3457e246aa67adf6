import { Aggregate } from "../shared/aggregate.js";
import { deepEqual } from "../shared/deep-equal.js";
import { applyTruth } from "./apply-truth.js";
import { CaptureExceedsAuthorised, PaymentNotPossible, RefundExceedsCaptured } from "./errors.js";
import type { PaymentEvent } from "./events.js";
import type { GatewayPayment } from "./gateway-payment.js";
import { applyRefusal, applyUnknown } from "./apply-refusal.js";
import type { PaymentId, RefundId } from "./ids.js";
import { isUnsettled, nextLook, type GatewayCall } from "./next-call.js";
import { PaymentChange, type PaymentHappening } from "./payment-change.js";
import { startedPayment, type PaymentStart } from "./payment-start.js";
import { heldOf, type PaymentSnapshot } from "./payment-snapshot.js";
import { isOpenState } from "./payment-states.js";
import type { PaymentTransaction } from "./payment-transaction.js";
import { promisedBack, type Refund, type RefundReason } from "./refund.js";

export interface RefundRequest {
  readonly id: RefundId;
  /** Minor units. */
  readonly amount: number;
  readonly reason: RefundReason;
  readonly note: string | null;
}

/** One attempt to pay an order through one gateway. */
export class Payment extends Aggregate<PaymentEvent> {
  #transactions: PaymentTransaction[] = [];
  #history: PaymentHappening[] = [];
  /** As they are stored. */
  #refunds: readonly Refund[];

  private constructor(
    private state: PaymentSnapshot,
    private stored: number,
  ) {
    super();
    this.#refunds = stored === 0 ? [] : state.refunds;
  }

  /** A new payment. Its gateway is called after the commit. */
  static start(from: PaymentStart, now: Date): Payment {
    return new Payment(startedPayment(from, now), 0);
  }

  /** Money that came outside of the shop, as staff say. @param note such as the reference of a transfer */
  static received(from: Omit<PaymentStart, "gateway" | "token" | "returnUrl">, now: Date): Payment {
    const payment = Payment.start({ ...from, gateway: null, token: null, returnUrl: null }, now);
    const { minorUnits, currency } = from.amount;
    payment.change(now, (change) => {
      change.move("AUTHORISED", minorUnits);
      change.move("CAPTURED", minorUnits);
      change.set({ state: "CAPTURED" });
      change.tell({ type: "payments.payment-captured", amount: minorUnits, currency });
    });
    return payment;
  }

  static restore(snapshot: PaymentSnapshot): Payment {
    return new Payment(snapshot, snapshot.version);
  }

  /** The version that is stored; 0 for a new payment. */
  get storedVersion(): number {
    return this.stored;
  }

  /** Everything of it is stored now. */
  saved(): void {
    this.stored = this.state.version;
  }

  get id(): PaymentId {
    return this.state.id;
  }

  snapshot(): PaymentSnapshot {
    return this.state;
  }

  /** The transactions that are not stored yet. */
  pullTransactions(): readonly PaymentTransaction[] {
    const transactions = this.#transactions;
    this.#transactions = [];
    return transactions;
  }

  /** The refunds that are new or have changed. */
  pullRefunds(): readonly Refund[] {
    const changed = this.state.refunds.filter((one) => !this.#refunds.includes(one));
    this.#refunds = this.state.refunds;
    return changed;
  }

  /** What happened and the order does not know yet. */
  pullHistory(): readonly PaymentHappening[] {
    const history = this.#history;
    this.#history = [];
    return history;
  }

  /** Whether it is not known yet what comes of it, and nobody has given it up. */
  get isOpen(): boolean {
    return isOpenState(this.state.state) && this.state.call?.kind !== "CANCEL";
  }

  /** Applies an answer of the gateway, any number of times in any order. */
  apply(truth: GatewayPayment, now: Date, newRefundId: () => RefundId): void {
    const change = applyTruth(this.state, truth, now, newRefundId);
    this.keep(change, now);
  }

  /**
   * Takes held money.
   * @param severalTimes whether the gateway takes it in several parts
   * @throws PaymentNotPossible, CaptureExceedsAuthorised
   */
  requestCapture(
    { amount, key }: { readonly amount: number; readonly key: string },
    severalTimes: boolean,
    now: Date,
  ): void {
    const { id, state, call, captured, amount: of } = this.state;
    this.checkGateway();
    if (state !== "AUTHORISED") throw new PaymentNotPossible(id, "NOT_AUTHORISED");
    if (call) throw new PaymentNotPossible(id, "BUSY");
    if (captured > 0 && !severalTimes) throw new PaymentNotPossible(id, "CAPTURED_IN_PART");
    const held = heldOf(this.state);
    if (amount > held || amount <= 0) throw new CaptureExceedsAuthorised(amount, held, of.currency);
    const target = captured + amount;
    this.change(now, (change) =>
      change.set({ call: { kind: "CAPTURE", key, amount, target, requestedAt: now }, checks: 0 }),
    );
  }

  /** Releases what is held, or gives an attempt up. @throws PaymentNotPossible */
  requestCancel(now: Date): void {
    const { id, call } = this.state;
    this.checkGateway();
    if (call?.kind === "CANCEL") return;
    if (call) throw new PaymentNotPossible(id, "BUSY");
    if (!this.isCancellable) throw new PaymentNotPossible(id, "NOTHING_HELD");
    this.change(now, (change) =>
      change.set({ call: { kind: "CANCEL", requestedAt: now }, checks: 0 }),
    );
  }

  /** Whether its money can be released, or the attempt be given up. */
  get isCancellable(): boolean {
    const { gateway, state, call, reference } = this.state;
    // The buyer could try again at the gateway.
    const isDeclinedThere = state === "DECLINED" && reference !== null;
    const isAlive = isOpenState(state) || isDeclinedThere || heldOf(this.state) > 0;
    return gateway !== null && call === null && isAlive;
  }

  /** What was taken and is not promised back. */
  get refundable(): number {
    return this.state.captured - promisedBack(this.state.refunds);
  }

  /** Gives money back. What was paid outside of the shop is given back outside. @throws RefundExceedsCaptured */
  requestRefund({ id, amount, reason, note }: RefundRequest, now: Date): void {
    const { gateway, amount: of } = this.state;
    if (amount > this.refundable || amount <= 0)
      throw new RefundExceedsCaptured(amount, this.refundable, of.currency);
    this.change(now, (change) => {
      change.saveRefund({
        id,
        amount,
        reason,
        note,
        state: gateway === null ? "SUCCEEDED" : "PENDING",
        reference: null,
        failure: null,
        requestedAt: now,
        updatedAt: now,
      });
      change.set({ checks: 0 });
    });
  }

  /** Marks it for staff. */
  flag(kind: "RETURN_BY_HAND", found: string, now: Date): void {
    this.change(now, (change) => change.flag(kind, found));
  }

  /** The gateway has refused a call, and a repetition would not help. @param code of the gateway */
  refuse(call: GatewayCall, code: string, now: Date): void {
    this.keep(applyRefusal(this.state, call, code, now), now);
  }

  /** The gateway knows nothing of it. @param isFinal after a day, when nothing is sent any more */
  giveUp(isFinal: boolean, now: Date): void {
    this.keep(applyUnknown(this.state, isFinal, now), now);
  }

  private checkGateway(): void {
    if (this.state.gateway === null) throw new PaymentNotPossible(this.id, "OFFLINE");
  }

  private change(now: Date, part: (change: PaymentChange) => void): void {
    const change = new PaymentChange(this.state, now);
    part(change);
    this.keep(change, now);
  }

  /** Keeps what has changed, and with it when the gateway is called next. */
  private keep({ next, transactions, happenings }: PaymentChange, now: Date): void {
    const isSame = deepEqual(next, this.state);
    const checks = isSame ? next.checks : 0;
    const dueAt = nextLook({ ...next, checks }, now);
    if (isSame && (isUnsettled(next, now) || next.dueAt?.getTime() === dueAt?.getTime())) return;
    const mayBeSent = next.reference === null && isOpenState(next.state);
    this.state = {
      ...next,
      token: mayBeSent || next.state === "REQUIRES_ACTION" ? next.token : null,
      dueAt,
      checks,
      version: this.stored + 1,
      updatedAt: now,
    };
    this.#transactions.push(...transactions);
    this.#history.push(...happenings);
    const { id: paymentId, orderId, version } = this.state;
    for (const one of happenings) this.record({ ...one, paymentId, orderId, version });
  }
}
