import { Agent, request as sendRequest, type IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type {
  StorefrontState,
  StorefrontTrouble,
} from "../../application/shared/storefront-state.js";
import { storefrontPage, type StorefrontSilence } from "./storefront-page.js";

export interface Storefront {
  /** Where it listens, or why it cannot be shown yet. The first visit starts it. */
  visit(): StorefrontState;
  /** How long it may be silent before a request is given up, in milliseconds. A minute unless given. */
  readonly silenceMs?: number;
}

/** More than the storefront needs when the shop API keeps it waiting for all requests of a payment. */
const SILENCE_MS = 60_000;

/** Headers that are about one connection, not about what is sent over it. */
const OF_CONNECTION =
  /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|x-forwarded-.+|forwarded|x-buyer-address)$/;

/** Serves the example storefront, which runs in a process of its own. Only development has it. */
export const storefrontRoutes = async (
  app: FastifyInstance,
  storefront: Storefront,
): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  app.addHook("onClose", async () => agent.destroy());
  await app.register(async (scope) => {
    // Forms are handed on as they are.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const state = storefront.visit();
      if (state.kind !== "READY") return answerTrouble(reply, state);
      const { silenceMs = SILENCE_MS } = storefront;
      const found = await handOn(request, reply, { origin: state.origin, agent, silenceMs });
      return "kind" in found
        ? answerTrouble(reply, found)
        : reply
            .code(found.statusCode ?? 502)
            .headers(answeredHeaders(found))
            .send(found);
    };
    for (const url of ["/shop", "/shop/*"]) scope.get(url, answer).post(url, answer);
  });
};

interface Target {
  readonly origin: string;
  readonly agent: Agent;
  readonly silenceMs: number;
}

const HAS_ENDED: StorefrontTrouble = { kind: "PREPARING", step: "STARTING" };

/** Asks the storefront. It does not answer when it has just ended, and when it hangs. */
const handOn = (
  request: FastifyRequest,
  reply: FastifyReply,
  { origin, agent, silenceMs }: Target,
): Promise<IncomingMessage | StorefrontTrouble | StorefrontSilence> =>
  new Promise((answered) => {
    const { hostname: host, port } = new URL(origin);
    const { method, url: path = "/" } = request.raw;
    const kept = Object.entries(request.headers).filter(([name]) => !OF_CONNECTION.test(name));
    const headers = { ...Object.fromEntries(kept), "x-buyer-address": request.ip };
    const target = { host, port, method, path, headers, agent, timeout: silenceMs };
    const sent = sendRequest(target, answered);
    sent.once("timeout", () => {
      answered({ kind: "SILENT" });
      sent.destroy();
    });
    sent.once("error", () => answered(HAS_ENDED));
    // A buyer who leaves waits for nothing.
    reply.raw.once("close", () => sent.destroy());
    sent.end(Buffer.isBuffer(request.body) ? request.body : undefined);
  });

const answeredHeaders = ({ headers }: IncomingMessage): IncomingMessage["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.test(name)));

const answerTrouble = (
  reply: FastifyReply,
  trouble: StorefrontTrouble | StorefrontSilence,
): FastifyReply =>
  reply
    .code(trouble.kind === "SILENT" ? 504 : 503)
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
    .header("cache-control", "no-store")
    .header("retry-after", "2")
    .type("text/html; charset=utf-8")
    .send(storefrontPage(trouble));
