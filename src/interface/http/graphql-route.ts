import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { RequestLife } from "../../application/shared/request-life.js";
import type { Viewer } from "../../application/shared/viewer.js";
import type { AnswerFacts } from "../graphql/execution/answer-facts.js";
import type { Charge } from "../graphql/execution/charge.js";
import type { Guard } from "./admin-guard.js";
import { answerError } from "./answer-error.js";
import type { Compressor } from "./compression/compressor.js";
import { finishAnswer } from "./finish-answer.js";
import { isRepeated } from "./is-repeated.js";
import type { RequestLives } from "./request-lives.js";
import type { Shared, Sharer } from "./shares/request-share.js";
import { enterRequest, shareRequests } from "./share-requests.js";
import { untilHandled } from "./until-handled.js";

/** A GraphQL server, and the function that makes the context of a request. */
export interface Endpoint<Context extends BaseContext> {
  readonly server: ApolloServer<Context>;
  readonly context: (request: {
    readonly viewer: Viewer;
    readonly requestId: string;
    readonly market: string | undefined;
    readonly locale: string | undefined;
    readonly idempotencyKey: string | undefined;
    readonly life: RequestLife;
    /** The address or the id of the key of the client, for limits. */
    readonly client: string | undefined;
    readonly charge: Charge | undefined;
    /** Told what becomes known of the answer. */
    readonly answer: AnswerFacts;
  }) => Promise<Context>;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who sends requests to this route; for the log. */
    readonly viewer?: Viewer["kind"];
  }
}

interface GraphqlRoute<Context extends BaseContext> {
  readonly url: string;
  readonly endpoint: Endpoint<Context>;
  readonly viewer: Viewer;
  /** The page that a browser is redirected to; null where there is none. */
  readonly page: string | null;
  readonly guard?: Guard;
  readonly lives: RequestLives;
  readonly shared: Shared;
  readonly sharer: (request: FastifyRequest) => Sharer;
  readonly compressor: Compressor;
}

export const graphqlRoute = async <Context extends BaseContext>(
  app: FastifyInstance,
  { url, endpoint, viewer, page, guard, lives, shared, sharer, compressor }: GraphqlRoute<Context>,
): Promise<void> => {
  const handled = untilHandled(app);
  const facts = new WeakMap<FastifyRequest, AnswerFacts>();
  const factsOf = (request: FastifyRequest): AnswerFacts => {
    const known = facts.get(request) ?? { isPublic: false, cached: null };
    facts.set(request, known);
    return known;
  };
  const handle = fastifyApolloHandler(endpoint.server, {
    context: async (request) =>
      endpoint.context({
        viewer,
        requestId: request.id,
        market: oneHeader(request, "plinth-market"),
        locale: oneHeader(request, "plinth-locale"),
        idempotencyKey: idempotencyKey(request),
        life: lives.of(request),
        client: request.share?.client,
        charge: request.share?.charge.bind(request.share),
        answer: factsOf(request),
      }),
  });
  await app.register(async (scope) => {
    shareRequests(scope);
    scope.route({
      url,
      method: ["GET", "POST"],
      exposeHeadRoute: false,
      config: { viewer: viewer.kind },
      onRequest: (request, reply, done) => {
        if (
          page !== null &&
          request.method === "GET" &&
          request.headers.accept?.startsWith("text/html")
        )
          return void reply.redirect(page);
        const error = guard?.(request) ?? enterRequest(request, reply, shared, sharer(request));
        if (error) answerError(request, reply, error);
        else done();
      },
      handler: (request, reply) => {
        // The time that it waits for others is part of its own.
        lives.begin(request, reply);
        const answer = async (): Promise<unknown> => handle.call(app, request, reply);
        const body = request.share?.work(documentOf(request), answer) ?? answer();
        return handled(
          body.then((text) =>
            typeof text === "string"
              ? finishAnswer(request, reply, text, factsOf(request), compressor)
              : text,
          ),
        );
      },
      onSend: (request, reply, payload, done) =>
        reply.statusCode >= 400 && typeof payload === "string"
          ? done(null, withRequestId(payload, request.id))
          : done(),
    });
  });
};

/** The document, or the id of a trusted one: either tells how much the request does. */
const documentOf = ({ body, query }: FastifyRequest): unknown => {
  const from = body ?? query;
  if (typeof from !== "object" || from === null) return null;
  return "query" in from ? from.query : "documentId" in from ? from.documentId : null;
};

// Apollo refuses some requests (cross-site forgery, batches) before it makes a context with the id.
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

// Proxies may join a repeated header, so the same request could arrive with another key. It is
// refused like an empty one.
const idempotencyKey = (request: FastifyRequest): string | undefined =>
  isRepeated(request, "idempotency-key") ? "" : oneHeader(request, "idempotency-key");

const oneHeader = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};
