import { untilAnswered } from "./until-answered.js";
import type { TortureOptions } from "./torture-options.js";

/** A payment in the ledger of the sandbox. */
export interface LedgerPayment {
  readonly reference: string;
  readonly orderId: string | null;
  readonly state: string;
  readonly authorised: number;
  readonly captured: number;
  readonly refunded: number;
}

interface WebhookSettings {
  readonly copies: number;
  readonly delayMs: number;
  readonly spreadMs: number;
  readonly isPaused: boolean;
}

interface LedgerPage {
  readonly payments: readonly LedgerPayment[];
  readonly next: string | null;
  readonly webhooks: WebhookSettings & { readonly unsent: number };
}

const PAGE = 1_000;

/** The sandbox gateway of a shop, asked past the shop. */
export class SandboxLedger {
  constructor(private readonly sandbox: NonNullable<TortureOptions["sandbox"]>) {}

  async payments(): Promise<readonly LedgerPayment[]> {
    const all: LedgerPayment[] = [];
    for (let after: string | null = null; ;) {
      const { payments, next } = await this.#page(after);
      all.push(...payments);
      if (next === null) return all;
      after = next;
    }
  }

  /** How webhooks are sent now. */
  async webhooks(): Promise<WebhookSettings> {
    const { copies, delayMs, spreadMs, isPaused } = (await this.#page(null, 1)).webhooks;
    return { copies, delayMs, spreadMs, isPaused };
  }

  async unsentWebhooks(): Promise<number> {
    return (await this.#page(null, 1)).webhooks.unsent;
  }

  async setWebhooks(settings: Partial<WebhookSettings>): Promise<void> {
    await this.#send("POST", "/control/webhooks", settings);
  }

  /** Sends all webhooks of a payment once more. */
  async repeatWebhooks(reference: string): Promise<void> {
    await this.#send("POST", "/control/repetitions", { reference });
  }

  #page(after: string | null, first = PAGE): Promise<LedgerPage> {
    const query = new URLSearchParams({ first: String(first), ...(after !== null && { after }) });
    return this.#send<LedgerPage>("GET", `/ledger?${query.toString()}`);
  }

  async #send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const { origin, secret } = this.sandbox;
    const response = await untilAnswered(origin + path, {
      method,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`The sandbox answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
