import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { fastify, type FastifyInstance } from "fastify";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { Log } from "../../application/shared/log.js";
import { answerError, httpErrorOf } from "./answer-error.js";
import { answerTooMany } from "./answer-too-many.js";
import { answerUnreadable, limitOfUnreadable } from "./answer-unreadable.js";
import { clientAt } from "./client-of.js";
import { Connections } from "./connections/connections.js";
import { limitedServer } from "./limited-server.js";
import type { HttpLimits } from "./limits.js";
import { requestIdOf } from "./request-id.js";
import { bareHeaders } from "./security-headers.js";

export interface LimitedFastifyOptions {
  readonly trustProxy: false | readonly string[];
  readonly limits: HttpLimits;
  readonly counters: LimitCounters;
  readonly log: Log;
  /** The connections of uploads in progress, which end by times of their own. */
  readonly uploading: WeakSet<Duplex>;
}

/** A Fastify app with our limits; Fastify itself sets hardly any. */
export const limitedFastify = (options: LimitedFastifyOptions): FastifyInstance => {
  const { trustProxy, limits, counters, uploading, log } = options;
  const connections = new Connections((request, response) => app.routing(request, response), {
    ...options,
    trustProxy: trustProxy === false ? [] : trustProxy,
    peerOf,
    refuse: answerTooMany,
  });
  const app: FastifyInstance = fastify({
    logger: false,
    genReqId: ({ headers }) => requestIdOf(headers),
    requestIdHeader: false,
    trustProxy: trustProxy === false ? false : [...trustProxy],
    bodyLimit: limits.bodyBytes,
    serverFactory: () => limitedServer(connections, limits, log),
    // Requests that were sent before the stop are still answered.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) =>
      void answerError(request, reply.headers(bareHeaders(request.id)), httpErrorOf(error)),
    clientErrorHandler: (error, socket) => {
      // Node has one time for all requests. Uploads end by their own.
      if (error.code === "ERR_HTTP_REQUEST_TIMEOUT" && uploading.has(socket)) return;
      const limit = limitOfUnreadable(error, connections.isIdle(socket));
      if (limit !== null) counters.reached(limit, peerOf(socket));
      answerUnreadable(error, socket, limits);
    },
  });
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    if (typeof payload === "string" || Buffer.isBuffer(payload))
      connections.unsent.add(raw, payload.length);
    done();
  });
  closeIdleBeforeStop(app, limits);
  // Only JSON is read: any page could send a form or plain text without a preflight request.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    app.getDefaultJsonParser("error", "error"),
  );
  return app;
};

const peerOf = ({ remoteAddress = "" }: Pick<Socket, "remoteAddress">): string =>
  clientAt(remoteAddress) ?? "(unknown)";

/** A connection that is kept alive after its last answer would delay a stop until it times out. */
const closeIdleBeforeStop = (app: FastifyInstance, { checkEveryMs }: HttpLimits): void => {
  app.addHook("preClose", (done) => {
    // Node would at once close connections that were just accepted and whose first request has not
    // arrived yet.
    const closeIdle = app.server.closeIdleConnections.bind(app.server);
    app.server.closeIdleConnections = () => undefined;
    const sweep = setInterval(closeIdle, checkEveryMs / 10).unref();
    app.server.once("close", () => clearInterval(sweep));
    done();
  });
};
