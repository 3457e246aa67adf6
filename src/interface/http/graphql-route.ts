import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Viewer } from "../../application/shared/viewer.js";
import { answerError, type Refusal } from "./error-answer.js";

/** A GraphQL server and the way to make its context from what is known of a request. */
export interface Endpoint<Context extends BaseContext> {
  readonly server: ApolloServer<Context>;
  readonly context: (asked: {
    readonly viewer: Viewer;
    readonly requestId: string;
    readonly market: string | undefined;
    readonly locale: string | undefined;
    readonly idempotencyKey: string | undefined;
  }) => Promise<Context>;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who asks by this route; for the log. */
    readonly viewer?: Viewer["kind"];
  }
}

interface GraphqlRoute<Context extends BaseContext> {
  readonly url: string;
  readonly endpoint: Endpoint<Context>;
  readonly viewer: Viewer;
  /** Where people are sent who open the address in a browser; null where there is no such page. */
  readonly page: string | null;
  /** Refuses before anything of the request is read. */
  readonly door?: (request: FastifyRequest) => Refusal | null;
}

export const graphqlRoute = <Context extends BaseContext>(
  app: FastifyInstance,
  { url, endpoint, viewer, page, door }: GraphqlRoute<Context>,
): void => {
  app.route({
    url,
    method: ["GET", "POST"],
    exposeHeadRoute: false,
    config: { viewer: viewer.kind },
    onRequest: async (request, reply) => {
      if (
        page !== null &&
        request.method === "GET" &&
        request.headers.accept?.startsWith("text/html")
      )
        return reply.redirect(page);
      const refusal = door?.(request);
      if (!refusal) return;
      if (refusal.status === 401) reply.header("www-authenticate", 'Bearer realm="plinth admin"');
      return answerError(request, reply, refusal);
    },
    handler: fastifyApolloHandler(endpoint.server, {
      context: async (request) =>
        endpoint.context({
          viewer,
          requestId: request.id,
          market: oneHeader(request, "plinth-market"),
          locale: oneHeader(request, "plinth-locale"),
          idempotencyKey: idempotencyKey(request),
        }),
    }),
    onSend: async (request, reply, payload) =>
      reply.statusCode >= 400 && typeof payload === "string"
        ? withRequestId(payload, request.id)
        : payload,
  });
};

// Apollo refuses some requests (cross-site forgery, batches) before there is a context that knows the id.
const withRequestId = (body: string, requestId: string): string => {
  const parsed: unknown = JSON.parse(body);
  if (
    typeof parsed !== "object" ||
    parsed === null ||
    !("errors" in parsed) ||
    !Array.isArray(parsed.errors)
  )
    return body;
  const errors = (parsed.errors as readonly { readonly extensions?: object }[]).map((error) => ({
    ...error,
    extensions: { ...error.extensions, requestId },
  }));
  return JSON.stringify({ ...parsed, errors });
};

/** Node and proxies join a header that is given several times; the same request would then come with another key. Refused as an empty one is. */
const idempotencyKey = (request: FastifyRequest): string | undefined => {
  const given = request.raw.rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === "idempotency-key",
  );
  return given.length > 1 ? "" : oneHeader(request, "idempotency-key");
};

const oneHeader = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};
