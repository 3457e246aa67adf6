import { createHash } from "node:crypto";
import { newReference } from "./change-payment.js";
import type { Ledger } from "./ledger.js";
import { SandboxRefusal, type SandboxPayment } from "./payment.js";

/** What is sent to the shop about a payment. */
export interface SandboxEvent {
  readonly id: string;
  readonly type: string;
  /** ISO 8601, on the clock of the sandbox. */
  readonly createdAt: string;
}

/** A request that changes something, as it is recognised when it is repeated. */
interface StoredRequest {
  readonly key: string;
  readonly fingerprint: string;
  readonly refusal?: { readonly code: string; readonly message: string };
}

/** How webhooks are sent. */
export interface WebhookSettings {
  /** How often each is sent. */
  readonly copies: number;
  readonly delayMs: number;
  /** A random time up to this is added to the delay of each, so that their order is random. */
  readonly spreadMs: number;
  readonly isPaused: boolean;
}

/** One line of the ledger: something that happened, with all that follows from it. */
export interface Line {
  /** The wall clock, ISO 8601. */
  readonly at: string;
  readonly what: string;
  /** As it is from now on. */
  readonly payment?: SandboxPayment;
  readonly request?: StoredRequest;
  readonly event?: SandboxEvent;
  /** The id of an event that the shop has accepted, or that is given up. */
  readonly sent?: string;
  /** How far the clock of the sandbox is ahead of the wall clock, in milliseconds. */
  readonly aheadMs?: number;
  readonly webhooks?: WebhookSettings;
  /** Where the sandbox listened. */
  readonly port?: number;
}

export interface StoredEvent {
  readonly event: SandboxEvent;
  /** As it was then. */
  readonly payment: SandboxPayment;
}

/** How a request with a key is answered: with the payment as it was then, or a refusal. */
export type StoredAnswer =
  | { readonly payment: SandboxPayment }
  | { readonly refusal: { readonly code: string; readonly message: string } };

const DEFAULT_WEBHOOKS = { copies: 1, delayMs: 0, spreadMs: 0, isPaused: false };

/** Everything that the lines of a ledger say, in memory. */
export class Book {
  readonly payments = new Map<string, SandboxPayment>();
  readonly events = new Map<string, StoredEvent>();
  /** The ids of events that the shop has not accepted yet. */
  readonly unsent = new Set<string>();
  /** The references of payments to which something happens at a time. */
  readonly due = new Set<string>();
  webhooks: WebhookSettings = DEFAULT_WEBHOOKS;
  aheadMs = 0;
  port = 0;
  readonly #references = new Map<string, string>();
  readonly #answers = new Map<string, StoredAnswer & { readonly fingerprint: string }>();

  now(): number {
    return Date.now() + this.aheadMs;
  }

  read({ payment, request, event, sent, aheadMs, webhooks, port }: Line): void {
    if (payment) this.#readPayment(payment);
    if (request) {
      const { key, fingerprint, refusal } = request;
      if (refusal) this.#answers.set(key, { fingerprint, refusal });
      else if (payment) this.#answers.set(key, { fingerprint, payment });
    }
    if (event && payment) {
      this.events.set(event.id, { event, payment });
      this.unsent.add(event.id);
    }
    if (sent !== undefined) this.unsent.delete(sent);
    if (aheadMs !== undefined) this.aheadMs = aheadMs;
    if (webhooks) this.webhooks = webhooks;
    if (port !== undefined) this.port = port;
  }

  /** @throws SandboxRefusal when there is none */
  find(reference: string | null, key: string | null): SandboxPayment {
    const known = this.payments.get(reference ?? this.#references.get(key ?? "") ?? "");
    if (!known) throw new SandboxRefusal(404, "unknown_payment", "There is no such payment.");
    return known;
  }

  /** @throws SandboxRefusal when the key stands for another request */
  answerTo(key: string, fingerprint: string): StoredAnswer | null {
    const known = this.#answers.get(key);
    if (!known) return null;
    if (known.fingerprint !== fingerprint)
      throw new SandboxRefusal(409, "key_reused", "The key stands for another request.");
    return known;
  }

  #readPayment(payment: SandboxPayment): void {
    this.payments.set(payment.reference, payment);
    if (payment.key !== null && !this.#references.has(payment.key))
      this.#references.set(payment.key, payment.reference);
    if (payment.due.length > 0) this.due.add(payment.reference);
    else this.due.delete(payment.reference);
  }
}

export const fingerprintOf = (...parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Writes into a book and its ledger. */
export class Bookkeeper {
  constructor(
    readonly book: Book,
    private readonly ledger: Ledger<Line>,
    /** Is called when the line of an event is on the disk. */
    private readonly announce: (id: string) => void,
  ) {}

  /** What is written is in the book at once. Resolves when it is on the disk. */
  async write(what: string, entry: Omit<Line, "at" | "what">): Promise<void> {
    const line: Line = { at: new Date().toISOString(), what, ...entry };
    this.book.read(line);
    await this.ledger.append(line);
    if (entry.event) this.announce(entry.event.id);
  }

  /** Writes a payment that has changed, and tells the shop. */
  writePayment(what: string, payment: SandboxPayment, request?: StoredRequest): Promise<void> {
    const createdAt = new Date(this.book.now()).toISOString();
    const event = { id: newReference("evt"), type: what, createdAt };
    return this.write(what, { payment, event, ...(request && { request }) });
  }

  /** Resolves when everything that was written is on the disk. */
  settled(): Promise<void> {
    return this.ledger.settled();
  }
}
