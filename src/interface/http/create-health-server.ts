import type { FastifyInstance } from "fastify";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import { DEFAULT_LIMITS } from "../../application/shared/limits.js";
import type { Log } from "../../application/shared/log.js";
import { answerError, NOT_FOUND } from "./answer-error.js";
import { healthRoutes } from "./health-routes.js";
import { limitedFastify } from "./limited-fastify.js";
import { HTTP_LIMITS } from "./limits.js";
import { securityHeaders } from "./security-headers.js";

interface HealthOptions {
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
  readonly counters: LimitCounters;
}

// Enough for probes; each closes its connection.
const { healthConnections } = HTTP_LIMITS;

/** Makes a server that answers the health and nothing else. */
export const createHealthServer = async ({
  isReady,
  log,
  counters,
}: HealthOptions): Promise<FastifyInstance> => {
  const app = limitedFastify({
    trustProxy: false,
    limits: {
      ...HTTP_LIMITS,
      ...DEFAULT_LIMITS,
      connections: healthConnections,
      connectionsPerAddress: healthConnections,
    },
    counters,
    log,
    uploading: new WeakSet(),
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("connection", "close");
  });
  await securityHeaders(app, []);
  app.setNotFoundHandler((request, reply) => answerError(request, reply, NOT_FOUND));
  healthRoutes(app, { isReady });
  return app;
};
