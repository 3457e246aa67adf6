import type { Duplex } from "node:stream";
import type { BaseContext } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { noLimitCounters, type LimitCounters } from "../../application/shared/limit-counters.js";
import { noPointBudgets, type PointBudgets } from "../../application/shared/point-budgets.js";
import type { Limits } from "../../application/shared/limits.js";
import type { Log } from "../../application/shared/log.js";
import type { ServiceHealth } from "../../application/shared/outside-calls.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../../application/shared/viewer.js";
import type { Origins } from "../../domain/shared/origins.js";
import { closeAfterBody } from "./close-after-body.js";
import { requireHost } from "./require-host.js";
import { requireOneAuthorization } from "./require-one-authorization.js";
import { requireReadableBody } from "./require-readable-body.js";
import { adminGuard, type AdminKeyCheck } from "./admin-guard.js";
import { answerError, bodyTooLarge, httpErrorOf, isTooLarge, NOT_FOUND } from "./answer-error.js";
import { graphqlRoute, type Endpoint } from "./graphql-route.js";
import { healthRoutes } from "./health-routes.js";
import { limitedFastify } from "./limited-fastify.js";
import { HTTP_LIMITS, type HttpLimits } from "./limits.js";
import { clientOf } from "./client-of.js";
import { Compressor } from "./compression/compressor.js";
import { cors } from "./cors.js";
import { KnownDocuments } from "./shares/known-documents.js";
import { Arrivals } from "./shares/arrivals.js";
import { RequestQueue } from "./shares/request-queue.js";
import { RequestRefused } from "./shares/request-refused.js";
import type { Shared } from "./shares/request-share.js";
import type { ServedImages } from "../../application/media/ports/served-images.js";
import { mediaRoutes } from "./media-routes.js";
import { mediaUploadRoute, type MediaUpload } from "./media-upload-route.js";
import { RequestLives } from "./request-lives.js";
import { paymentWebhookRoute, type ReceiveWebhook } from "./payment-webhook-route.js";
import { playgroundRoutes, type Playground } from "./playground-routes.js";
import { logRequests } from "./log-requests.js";
import { securityHeaders } from "./security-headers.js";
import { storefrontRoutes, type Storefront } from "./storefront-routes.js";

export interface HttpOptions<Context extends BaseContext> {
  readonly shop: Endpoint<Context>;
  readonly admin: Endpoint<Context>;
  readonly adminKey: AdminKeyCheck;
  /** Whether the database answers and the catalogue has been read for the search. */
  readonly isReady: () => Promise<boolean>;
  readonly isSearchLoading?: () => boolean;
  /** How the services outside are doing. */
  readonly outside?: () => readonly ServiceHealth[];
  /** Whether the server is about to close its connections. */
  readonly isStopping: () => boolean;
  readonly corsOrigins: Origins;
  /** The addresses and networks whose X-Forwarded-* headers are trusted. */
  readonly trustProxy: false | readonly string[];
  readonly media: ServedImages;
  readonly upload: MediaUpload;
  readonly receiveWebhook: ReceiveWebhook;
  /** Null where there is none, as in production. */
  readonly playground: Playground | null;
  /** Null where there is none, as in production. */
  readonly storefront?: Storefront | null;
  readonly log: Log;
  readonly limits?: Partial<HttpLimits>;
  readonly counters?: LimitCounters;
  /** The lives of its GraphQL requests; for who ends them at a stop. */
  readonly lives?: RequestLives;
  /** What clients have used; nobody keeps account when left out. */
  readonly budgets?: PointBudgets;
}

/** Makes the HTTP server of Plinth, with all routes. */
export const createHttpServer = async <Context extends BaseContext>(
  options: HttpOptions<Context>,
): Promise<FastifyInstance> => {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const uploading = new WeakSet<Duplex>();
  const { trustProxy, log, counters = noLimitCounters } = options;
  const app = limitedFastify({ trustProxy, limits, counters, log, uploading });
  closeAfterBody(app, limits, counters);
  logRequests(app, options.log);
  announceStop(app, options.isStopping);
  securityHeaders(app);
  await cors(app, options.corsOrigins, log);
  requireHost(app);
  requireOneAuthorization(app);
  requireReadableBody(app);
  answerErrors(app, options.log, { limits, counters });
  const guard = adminGuard(options.adminKey.matches);
  healthRoutes(app, options, guard);
  const lives = options.lives ?? new RequestLives(limits.graphqlMs, options.counters);
  const playgroundPage = (path: string): string | null =>
    options.playground === null ? null : path;
  const arrivals = new Arrivals();
  app.server.on("connection", () => arrivals.note());
  const shared = sharedBy(limits, arrivals, options);
  app.addHook("onClose", async () => shared.budgets.close?.());
  const compressor = new Compressor(counters);
  await graphqlRoute(app, {
    shared,
    sharer: (request) => ({ client: clientOf(request), budget: "clientPoints" }),
    url: "/graphql",
    endpoint: options.shop,
    viewer: GUEST,
    page: playgroundPage("/playground"),
    lives,
    compressor,
  });
  await graphqlRoute(app, {
    shared,
    sharer: () => ({ client: options.adminKey.id, budget: "machinePoints" }),
    url: "/admin/graphql",
    endpoint: options.admin,
    viewer: { ...ADMIN_KEY_HOLDER, id: options.adminKey.id },
    page: playgroundPage("/admin/playground"),
    guard,
    lives,
    compressor,
  });
  mediaRoutes(app, options.media, options.log);
  await mediaUploadRoute(app, options.upload, guard, { limits, counters, uploading });
  await paymentWebhookRoute(app, options.receiveWebhook, shared);
  if (options.playground !== null) await playgroundRoutes(app, options.playground);
  if (options.storefront) await storefrontRoutes(app, options.storefront);
  return app;
};

const sharedBy = (
  limits: Limits,
  arrivals: Arrivals,
  {
    counters = noLimitCounters,
    budgets = noPointBudgets,
  }: Pick<HttpOptions<BaseContext>, "counters" | "budgets">,
): Shared => ({
  limits,
  queue: new RequestQueue(limits, counters, undefined, arrivals),
  documents: new KnownDocuments(counters),
  budgets,
  counters,
});

/**
 * A request that is sent while its connection is closed fails, so clients are told before a stop
 * not to reuse it.
 */
const announceStop = (app: FastifyInstance, isStopping: () => boolean): void => {
  app.addHook("onRequest", (_request, reply, done) => {
    if (isStopping()) reply.header("connection", "close");
    done();
  });
};

const answerErrors = (
  app: FastifyInstance,
  log: Log,
  { limits, counters }: { readonly limits: HttpLimits; readonly counters: LimitCounters },
): void => {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof RequestRefused) return answerError(request, reply, error.httpError);
    if (isTooLarge(error)) {
      counters.reached("bodyBytes", clientOf(request));
      return answerError(request, reply, bodyTooLarge(limits.bodyBytes));
    }
    const httpError = httpErrorOf(error);
    if (httpError.status >= 500) log.error("A request failed.", { requestId: request.id, error });
    return answerError(request, reply, httpError);
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const allowed = app.hasRoute({ method: "GET", url: path })
      ? app.hasRoute({ method: "POST", url: path })
        ? "GET, POST"
        : "GET, HEAD"
      : null;
    if (allowed === null) return answerError(request, reply, NOT_FOUND);
    return answerError(request, reply.header("allow", allowed), {
      status: 405,
      code: "METHOD_NOT_ALLOWED",
      message: `Only ${allowed} are allowed here.`,
    });
  });
};
