import { Agent, request as sendRequest, type IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { storefrontPage, type StorefrontTrouble } from "./storefront-page.js";

export interface Storefront {
  /** Where it listens, or why it cannot be shown yet. The first visit starts it. */
  visit(): { readonly kind: "READY"; readonly origin: string } | StorefrontTrouble;
}

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
      const found = await handOn(request, reply, { origin: state.origin, agent });
      return found === null
        ? answerTrouble(reply, { kind: "PREPARING", step: "STARTING" })
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
}

/** Asks the storefront; null when it does not answer, because it has just ended. */
const handOn = (
  request: FastifyRequest,
  reply: FastifyReply,
  { origin, agent }: Target,
): Promise<IncomingMessage | null> =>
  new Promise((answered) => {
    const { hostname: host, port } = new URL(origin);
    const { method, url: path = "/" } = request.raw;
    const kept = Object.entries(request.headers).filter(([name]) => !OF_CONNECTION.test(name));
    const headers = { ...Object.fromEntries(kept), "x-buyer-address": request.ip };
    const sent = sendRequest({ host, port, method, path, headers, agent }, answered);
    sent.once("error", () => answered(null));
    // A buyer who leaves waits for nothing.
    reply.raw.once("close", () => sent.destroy());
    sent.end(Buffer.isBuffer(request.body) ? request.body : undefined);
  });

const answeredHeaders = ({ headers }: IncomingMessage): IncomingMessage["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.test(name)));

const answerTrouble = (reply: FastifyReply, trouble: StorefrontTrouble): FastifyReply =>
  reply
    .code(503)
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
    .header("cache-control", "no-store")
    .header("retry-after", "2")
    .type("text/html; charset=utf-8")
    .send(storefrontPage(trouble));
