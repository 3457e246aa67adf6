import type { Bookkeeper, StoredAnswer } from "./book.js";
import { fingerprintOf } from "./book.js";
import { cancel, capture, decline, happen, hold, refund, startPayment } from "./change-payment.js";
import { SandboxRefusal, type Amount, type Happening, type SandboxPayment } from "./payment.js";
import type { AmountRequest, ForeignPayment, PaymentId, StartRequest } from "./requests.js";
import { testToken, type TestToken } from "./tokens.js";

/** The answer to a started payment, and what becomes of it on the way. */
interface Started {
  readonly payment: SandboxPayment;
  readonly answer: TestToken["answer"] | null;
}

/** Everything that the sandbox does. What it resolves with is on the disk. */
export class Operations {
  constructor(private readonly keeper: Bookkeeper) {}

  async start(request: StartRequest): Promise<Started> {
    const { book } = this.keeper;
    let isNew = false;
    const payment = await this.#once(request.key, ["start", request], () => {
      isNew = true;
      const { token: name, ...asked } = request;
      return ["payment.started", startPayment({ ...asked, token: tokenOf(name) }, book.now())];
    });
    const answer = testToken(payment.token)?.answer ?? null;
    return { payment, answer: isNew || answer === "ERROR_500" ? answer : null };
  }

  async capture({ payment, requestKey, amount }: AmountRequest): Promise<SandboxPayment> {
    const found = this.#find(payment);
    return this.#once(requestKey, ["capture", found.reference, amount], () => [
      "payment.captured",
      capture(found, amount, this.keeper.book.now()),
    ]);
  }

  async refund({ payment, requestKey, amount }: AmountRequest): Promise<SandboxPayment> {
    const found = this.#find(payment);
    return this.#once(requestKey, ["refund", found.reference, amount], () => [
      "payment.refunded",
      refund(found, amount, requestKey, this.keeper.book.now()),
    ]);
  }

  cancel(id: PaymentId): Promise<SandboxPayment> {
    return this.#change("payment.cancelled", cancel(this.#find(id)));
  }

  async fetch(id: PaymentId): Promise<SandboxPayment> {
    const payment = this.#find(id);
    await this.keeper.settled();
    return payment;
  }

  /** What the buyer has chosen at the page of an action. */
  decide(payment: SandboxPayment, isApproved: boolean): Promise<SandboxPayment> {
    if (payment.state !== "REQUIRES_ACTION") return this.fetch(payment);
    return isApproved
      ? this.#change("payment.approved", hold(payment, this.keeper.book.now()))
      : this.#change("payment.declined", decline(payment, "authentication_failed"));
  }

  happen(reference: string, happening: Happening): Promise<SandboxPayment> {
    const payment = happen(this.#find({ reference, key: null }), happening, this.keeper.book.now());
    return this.#change(`payment.${happening.toLowerCase()}`, payment);
  }

  /** A payment of which the shop knows nothing. */
  async startForeign({ key, orderId, amount }: ForeignPayment): Promise<SandboxPayment> {
    const payment = startPayment(
      {
        key,
        orderId,
        amount,
        orderNumber: null,
        capture: "AUTOMATIC",
        returnUrl: null,
        token: tokenOf("tok_succeed"),
      },
      this.keeper.book.now(),
    );
    await this.keeper.writePayment("payment.started", payment);
    return payment;
  }

  /** Makes a payment say something wrong. */
  alter(
    reference: string,
    change: { readonly orderId?: string | null; readonly amount?: Amount },
  ): Promise<SandboxPayment> {
    const payment = this.#find({ reference, key: null });
    const { amount = payment.amount } = change;
    const scaled = (part: number): number => (part === 0 ? 0 : amount.minorUnits);
    return this.#change("payment.altered", {
      ...payment,
      ...change,
      authorised: change.amount ? scaled(payment.authorised) : payment.authorised,
      captured: change.amount ? scaled(payment.captured) : payment.captured,
    });
  }

  /** What is due happens. */
  async letDueHappen(): Promise<void> {
    const { book } = this.keeper;
    // A copy: what happens changes the list.
    const references = [...book.due];
    for (const reference of references) {
      const payment = this.#find({ reference, key: null });
      const next = payment.due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > book.now()) continue;
      const rest = { ...payment, due: payment.due.filter((one) => one !== next) };
      await this.#change(`payment.${next.happening.toLowerCase()}`, happenIfItCan(rest, next));
    }
  }

  /** @param forwardMs may not be negative */
  async moveClock(forwardMs: number): Promise<void> {
    const { book } = this.keeper;
    await this.keeper.write("clock.moved", { aheadMs: book.aheadMs + forwardMs });
    // One payment may have several happenings that are due by now.
    for (let round = 0; round < 10; round++) await this.letDueHappen();
  }

  #find({ reference, key }: PaymentId): SandboxPayment {
    return this.keeper.book.find(reference, key);
  }

  async #change(what: string, payment: SandboxPayment): Promise<SandboxPayment> {
    if (this.keeper.book.payments.get(payment.reference) === payment) {
      await this.keeper.settled();
      return payment;
    }
    await this.keeper.writePayment(what, payment);
    return payment;
  }

  /** Does something once for a key. A repeated request gets the stored answer. */
  async #once(
    key: string,
    parts: readonly unknown[],
    work: () => readonly [what: string, payment: SandboxPayment],
  ): Promise<SandboxPayment> {
    const fingerprint = fingerprintOf(...parts);
    const known = this.keeper.book.answerTo(key, fingerprint);
    if (known) {
      await this.keeper.settled();
      return answerOf(known);
    }
    try {
      const [what, payment] = work();
      await this.keeper.writePayment(what, payment, { key, fingerprint });
      return payment;
    } catch (error) {
      if (!(error instanceof SandboxRefusal) || error.status !== 422) throw error;
      const { code, message } = error;
      await this.keeper.write("refused", {
        request: { key, fingerprint, refusal: { code, message } },
      });
      throw error;
    }
  }
}

const happenIfItCan = (
  payment: SandboxPayment,
  { at, happening }: SandboxPayment["due"][number],
): SandboxPayment => {
  try {
    return happen(payment, happening, at);
  } catch (error) {
    // Such as an expiry of what was cancelled in the meantime.
    if (error instanceof SandboxRefusal) return payment;
    throw error;
  }
};

const answerOf = (stored: StoredAnswer): SandboxPayment => {
  if ("payment" in stored) return stored.payment;
  throw new SandboxRefusal(422, stored.refusal.code, stored.refusal.message);
};

const tokenOf = (name: string | null): TestToken => {
  if (name === null)
    throw new SandboxRefusal(422, "token_required", "Send a token, such as tok_succeed.");
  const token = testToken(name);
  if (token) return token;
  throw new SandboxRefusal(422, "unknown_token", "The sandbox does not know this token.");
};
