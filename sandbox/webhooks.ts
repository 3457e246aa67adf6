import { createHmac } from "node:crypto";
import type { Bookkeeper, StoredEvent } from "./book.js";
import { presentPayment } from "./present-payment.js";

const AT_ONCE = 8;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const GIVEN_UP_AFTER = 1_000;
const ANSWER_MS = 10_000;

interface Sending {
  readonly id: string;
  readonly attempt: number;
}

/** Tells the shop about events, at least once each, until it accepts them. */
export class Webhooks {
  readonly #ready: Sending[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  readonly #ended = new AbortController();

  constructor(
    private readonly needs: {
      readonly keeper: () => Bookkeeper;
      /** Where the shop receives them; null: nowhere. */
      readonly url: string | null;
      readonly secret: string;
      readonly origin: () => string;
    },
  ) {}

  /** Sends an event, as often and as late as the settings say. */
  announce(id: string): void {
    const { copies, delayMs, spreadMs } = this.needs.keeper().book.webhooks;
    for (let copy = 0; copy < copies; copy++)
      this.#later({ id, attempt: 0 }, delayMs + Math.random() * spreadMs);
  }

  /** Sends what waited while webhooks were paused. */
  resume(): void {
    this.#pump();
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.allSettled(this.#running);
  }

  #later(sending: Sending, delayMs: number): void {
    if (this.needs.url === null) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.push(sending);
      this.#pump();
    }, delayMs);
    this.#timers.add(timer);
  }

  #pump(): void {
    while (
      this.#running.size < AT_ONCE &&
      !this.#ended.signal.aborted &&
      !this.needs.keeper().book.webhooks.isPaused
    ) {
      const next = this.#ready.shift();
      if (!next) return;
      const running: Promise<void> = this.#send(next).finally(() => {
        this.#running.delete(running);
        this.#pump();
      });
      this.#running.add(running);
    }
  }

  async #send({ id, attempt }: Sending): Promise<void> {
    const keeper = this.needs.keeper();
    const stored = keeper.book.events.get(id);
    if (!stored) return;
    const isAccepted = await this.#post(stored);
    if (this.#ended.signal.aborted) return;
    if (isAccepted || attempt >= GIVEN_UP_AFTER) {
      if (keeper.book.unsent.has(id))
        await keeper.write(isAccepted ? "webhook.accepted" : "webhook.given_up", { sent: id });
      return;
    }
    const delayMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
    this.#later({ id, attempt: attempt + 1 }, delayMs * (0.5 + Math.random() / 2));
  }

  async #post(stored: StoredEvent): Promise<boolean> {
    const { url, secret, origin } = this.needs;
    if (url === null) return true;
    const body = JSON.stringify(eventBody(stored, origin()));
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "sandbox-signature": signatureOf(body, secret, new Date()),
        },
        body,
        redirect: "error",
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_MS), this.#ended.signal]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

const eventBody = ({ event, payment }: StoredEvent, origin: string) => ({
  id: event.id,
  type: event.type,
  createdAt: event.createdAt,
  payment: presentPayment(payment, origin),
});

/** Of the wall clock: that of the sandbox may have been moved. */
export const signatureOf = (body: string, secret: string, at: Date): string => {
  const t = Math.floor(at.getTime() / 1_000);
  return `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`;
};
