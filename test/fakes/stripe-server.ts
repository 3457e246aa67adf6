import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { WebhookRequest } from "../../src/application/payments/ports/payment-gateway.js";
import { StripeLedger, type Params } from "./stripe-ledger.js";
import { StripeRefusal } from "./stripe-objects.js";

export const STRIPE_KEYS = {
  secretKey: "sk_test_0123456789",
  webhookSecret: "whsec_0123456789",
} as const;

/** Payment methods after whose charge the answer is lost, or an error. */
export const LOST = { hangs: "pm_hangs", cut: "pm_cut_once", error: "pm_error_500" } as const;

export type StripeTrouble = "ERROR_503" | "HANG" | "CUT" | "RATE_LIMIT";

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface KeptAnswer {
  readonly request: string;
  /** Null while the first call runs. */
  answer: Answer | null;
}

/** A call that the server has received. */
export interface StripeCall {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly version: string | undefined;
  readonly params: Params;
}

/** A server on this machine that behaves as Stripe says that its API (v1) does. */
export class StripeServer {
  /** Seconds. */
  now = Math.floor(Date.now() / 1_000);
  trouble: StripeTrouble | null = null;
  readonly ledger = new StripeLedger(() => this.now);
  readonly calls: StripeCall[] = [];
  readonly webhooks: WebhookRequest[] = [];
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #cutBefore = new Set<string>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #port = 0;

  async start(): Promise<this> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  constructor() {
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
  }

  get address() {
    return { host: "127.0.0.1", port: this.#port, protocol: "http" } as const;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Signs an event, several times where secrets are being changed. */
  announce(type: string, object: object, ...secrets: readonly string[]): WebhookRequest {
    const id = `evt_${this.webhooks.length + 1}`;
    const body = Buffer.from(
      JSON.stringify({ id, object: "event", type, created: this.now, data: { object } }, null, 2),
    );
    const signed = (secrets.length > 0 ? secrets : [STRIPE_KEYS.webhookSecret]).map(
      (secret) =>
        `v1=${createHmac("sha256", secret).update(`${this.now}.`).update(body).digest("hex")}`,
    );
    const headers = { "stripe-signature": [`t=${this.now}`, ...signed].join(",") };
    const webhook = { headers, body };
    this.webhooks.push(webhook);
    return webhook;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", socket } = request;
    const url = new URL(request.url ?? "", "http://localhost");
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += String(chunk);
    const params = Object.fromEntries(new URLSearchParams(method === "POST" ? body : url.search));
    const key = headerOf(request, "idempotency-key");
    const version = headerOf(request, "stripe-version");
    this.calls.push({ method, path: url.pathname, key, version, params });
    if (this.trouble === "HANG") return;
    if (this.trouble === "CUT") return void socket.destroy();
    if (this.trouble === "ERROR_503") return say(response, { status: 503, body: "{}" });
    if (this.trouble === "RATE_LIMIT")
      return say(response, refused(new StripeRefusal(429, "rate_limit")));
    if (headerOf(request, "authorization") !== `Bearer ${STRIPE_KEYS.secretKey}`)
      return say(response, refused(new StripeRefusal(401, null)));
    const answer = await this.#once(method, url.pathname, params, key);
    if (params["payment_method"] === LOST.hangs) return;
    if (params["payment_method"] === LOST.cut && key && !this.#cutBefore.has(key)) {
      this.#cutBefore.add(key);
      return void socket.destroy();
    }
    say(response, answer.answer, answer.isReplayed);
  }

  /** The first answer to a key is kept, errors 500 too, but not what was refused before it began. */
  async #once(method: string, path: string, params: Params, key: string | undefined) {
    if (method !== "POST" || key === undefined)
      return { answer: this.#answer(method, path, params), isReplayed: false };
    const request = JSON.stringify([path, params]);
    const kept = this.#kept.get(key);
    if (kept && kept.answer === null)
      return {
        answer: refused(new StripeRefusal(409, "idempotency_key_in_use")),
        isReplayed: false,
      };
    if (kept && kept.request !== request)
      return {
        answer: refused(new StripeRefusal(400, null, {}, "idempotency_error")),
        isReplayed: false,
      };
    if (kept?.answer) return { answer: kept.answer, isReplayed: true };
    const mine: KeptAnswer = { request, answer: null };
    this.#kept.set(key, mine);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = this.#answer(method, path, params);
    if (answer.status === 400 || answer.status === 404) this.#kept.delete(key);
    else mine.answer = answer;
    return { answer, isReplayed: false };
  }

  #answer(method: string, path: string, params: Params): Answer {
    try {
      const result = this.#do(method, path, params);
      if (params["payment_method"] === LOST.error)
        throw new StripeRefusal(500, null, {}, "api_error");
      return { status: 200, body: JSON.stringify(result) };
    } catch (error) {
      if (error instanceof StripeRefusal) return refused(error);
      throw error;
    }
  }

  #do(method: string, path: string, params: Params): object {
    const [, , noun = "", id = "", verb = ""] = path.split("/");
    const { ledger } = this;
    const ofPayment = (one: { readonly payment_intent: string }) =>
      one.payment_intent === params["payment_intent"];
    if (method === "POST" && noun === "payment_intents") {
      if (id === "") return this.#announced("payment_intent.created", ledger.create(params));
      return verb === "capture" ? ledger.capture(id, params) : ledger.cancel(id);
    }
    if (method === "POST" && noun === "refunds") return ledger.refund(params);
    if (noun === "refunds") return list(ledger.refunds.filter(ofPayment));
    if (noun === "disputes") return list(ledger.disputes.filter(ofPayment));
    const intents = [...ledger.intents.values()].toReversed();
    if (id === "search") {
      const [, wanted] = /^metadata\['plinth_key'\]:'(.*)'$/.exec(params["query"] ?? "") ?? [];
      // It finds what is older than a minute.
      return list(
        intents.filter(
          ({ metadata, created }) =>
            created < this.now - 60 && metadata["plinth_key"] === wanted?.replaceAll("\\", ""),
        ),
      );
    }
    if (id !== "") return ledger.get(id);
    return list(intents.filter(({ created }) => created >= Number(params["created[gte]"] ?? 0)));
  }

  #announced<Intent extends object>(type: string, intent: Intent): Intent {
    this.announce(type, intent);
    return intent;
  }
}

const headerOf = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
};

const list = (data: readonly object[]): object => ({ object: "list", data, has_more: false });

const refused = ({ status, code, more, type }: StripeRefusal): Answer => ({
  status,
  body: JSON.stringify({
    error: { type, ...(code !== null && { code }), message: "No.", ...more },
  }),
});

const say = (response: ServerResponse, { status, body }: Answer, isReplayed = false): void =>
  void response
    .writeHead(status, {
      "content-type": "application/json",
      ...(isReplayed && { "idempotent-replayed": "true" }),
    })
    .end(body);
