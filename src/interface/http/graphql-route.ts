import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../../application/shared/viewer.js";
import { answerError, type Refusal } from "./error-answer.js";

/** A GraphQL server and the way to make its context from what is known of a request. */
export interface Endpoint<Context extends BaseContext> {
  readonly server: ApolloServer<Context>;
  readonly context: (asked: { readonly viewer: Viewer; readonly requestId: string; readonly market: string | undefined; readonly locale: string | undefined }) => Context;
}

interface GraphqlRoute<Context extends BaseContext> {
  readonly url: string;
  readonly endpoint: Endpoint<Context>;
  readonly viewer: Viewer;
  /** Refuses before anything of the request is read. */
  readonly door?: (request: FastifyRequest) => Refusal | null;
}

export const graphqlRoute = <Context extends BaseContext>(app: FastifyInstance, { url, endpoint, viewer, door }: GraphqlRoute<Context>): void => {
  const { server, context } = endpoint;
  app.route({
    url,
    method: ["GET", "POST"],
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      const refusal = door?.(request);
      if (!refusal) return;
      if (refusal.status === 401) reply.header("www-authenticate", 'Bearer realm="plinth admin"');
      return answerError(request, reply, refusal);
    },
    handler: async (request, reply) => {
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: new URL(request.url, "http://plinth").search, body: request.body },
        context: async () => context({ viewer, requestId: request.id, market: oneHeader(request, "plinth-market"), locale: oneHeader(request, "plinth-locale") }),
      });
      return answer(request, reply, response);
    },
  });
};

const answer = (request: FastifyRequest, reply: FastifyReply, { status = 200, headers, body }: HTTPGraphQLResponse): FastifyReply => {
  for (const [name, value] of headers) if (name !== "cache-control") reply.header(name, value);
  reply.code(status);
  if (body.kind === "chunked") throw new Error("Incremental delivery is switched off.");
  return reply.send(status >= 400 ? withRequestId(body.string, request.id) : body.string);
};

// Apollo refuses some requests (cross-site forgery, batches) before there is a context that knows the id.
const withRequestId = (body: string, requestId: string): string => {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== "object" || parsed === null || !("errors" in parsed) || !Array.isArray(parsed.errors)) return body;
  const errors = (parsed.errors as readonly { readonly extensions?: object }[]).map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...parsed, errors });
};

const headersOf = (request: FastifyRequest): HeaderMap => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  return headers;
};

const oneHeader = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};
