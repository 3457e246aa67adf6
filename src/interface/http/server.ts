import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { BaseContext } from "@apollo/server";
import { fastify, type FastifyHttpOptions, type FastifyInstance } from "fastify";
import type { Log } from "../../application/shared/log.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../../application/shared/viewer.js";
import { refuseUnaddressed } from "./addressed.js";
import { refusalAtAdminDoor, type IsAdminKey } from "./admin-door.js";
import { answerError, NOT_FOUND, refusalOf } from "./error-answer.js";
import { graphqlRoute, type Endpoint } from "./graphql-route.js";
import { healthRoutes } from "./health.js";
import { LIMITS, type Limits } from "./limits.js";
import type { ServedImages } from "../../application/catalog/media/media-ports.js";
import { mediaRoutes } from "./media.js";
import { mediaUploadRoute, type MediaUpload } from "./media-upload.js";
import { playgroundRoutes } from "./playground.js";
import { logRequests } from "./request-log.js";
import { bareHeaders, secureHeaders } from "./security-headers.js";
import { answerUnreadable } from "./unreadable.js";

export interface HttpOptions<Context extends BaseContext> {
  readonly shop: Endpoint<Context>;
  readonly admin: Endpoint<Context>;
  readonly isAdminKey: IsAdminKey;
  /** Whether the database answers, and the catalogue has been read for the search. */
  readonly isReady: () => Promise<boolean>;
  /** Whether connections should go elsewhere, because this server is about to close them. */
  readonly isStopping: () => boolean;
  readonly corsOrigins: "*" | readonly string[];
  /** The addresses and networks whose X-Forwarded-* headers are believed. */
  readonly trustProxy: false | readonly string[];
  readonly media: ServedImages;
  readonly upload: MediaUpload;
  /** The folder of the built playground; null where there is none, as in production. */
  readonly playground: string | null;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
}

/** Everything that Plinth answers over HTTP. */
export const createHttpServer = async <Context extends BaseContext>(
  options: HttpOptions<Context>,
): Promise<FastifyInstance> => {
  const app = frame(options.trustProxy, { ...LIMITS, ...options.limits });
  logRequests(app, options.log);
  sendAway(app, options.isStopping);
  await secureHeaders(app, options.corsOrigins);
  refuseUnaddressed(app);
  refuseInGraphql(app, options.log);
  healthRoutes(app, options);
  const page = (path: string): string | null => (options.playground === null ? null : path);
  graphqlRoute(app, {
    url: "/graphql",
    endpoint: options.shop,
    viewer: GUEST,
    page: page("/playground"),
  });
  graphqlRoute(app, {
    url: "/admin/graphql",
    endpoint: options.admin,
    viewer: ADMIN_KEY_HOLDER,
    page: page("/admin/playground"),
    door: (request) => refusalAtAdminDoor(request, options.isAdminKey),
  });
  mediaRoutes(app, options.media, options.log);
  await mediaUploadRoute(app, options.upload, (request) =>
    refusalAtAdminDoor(request, options.isAdminKey),
  );
  if (options.playground !== null) await playgroundRoutes(app, options.playground);
  return app;
};

/** Fastify with a bound on everything that a client could stretch; by itself it sets none. */
const frame = (
  trustProxy: HttpOptions<BaseContext>["trustProxy"],
  limits: Limits,
): FastifyInstance => {
  const settings: FastifyHttpOptions<Server> = {
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustProxy === false ? false : [...trustProxy],
    bodyLimit: limits.bodyBytes,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.idleMs,
    requestTimeout: limits.requestMs,
    http: {
      requireHostHeader: false,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkEveryMs,
    },
    // Requests that were on their way when the stop was asked for are still answered.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) =>
      void answerError(request, reply.headers(bareHeaders(request.id)), refusalOf(error)),
    clientErrorHandler: answerUnreadable,
  };
  const app: FastifyInstance = fastify(settings);
  app.server.maxConnections = limits.connections;
  // A connection that is kept alive after its last answer would hold a stop up until it is idle for too long.
  app.addHook("preClose", (done) => {
    // Node would at once hang up on those that were accepted just now and whose first question is still on its way.
    const closeIdle = app.server.closeIdleConnections.bind(app.server);
    app.server.closeIdleConnections = () => undefined;
    const sweep = setInterval(closeIdle, limits.checkEveryMs / 10).unref();
    app.server.once("close", () => clearInterval(sweep));
    done();
  });
  // What is not JSON is not read: a form or plain text could be sent by any page without asking first.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    app.getDefaultJsonParser("error", "error"),
  );
  return app;
};

/** A connection that is closed while its next question is on the way breaks that question: so each is told beforehand not to ask again. */
const sendAway = (app: FastifyInstance, isStopping: () => boolean): void => {
  app.addHook("onRequest", async (_request, reply) => {
    if (isStopping()) reply.header("connection", "close");
  });
};

const refuseInGraphql = (app: FastifyInstance, log: Log): void => {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) log.error("A request failed.", { requestId: request.id, error });
    return answerError(request, reply, refusal);
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
      message: `Only ${allowed} are answered here.`,
    });
  });
};
