import type { FastifyInstance } from "fastify";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { Log } from "../../application/shared/log.js";
import type { ServiceHealth } from "../../application/shared/outside-calls.js";
import { adminGuard, type AdminKeyCheck } from "./admin-guard.js";
import { answerError, NOT_FOUND } from "./answer-error.js";
import { healthRoutes } from "./health-routes.js";
import { limitedFastify } from "./limited-fastify.js";
import { HTTP_LIMITS, type HttpLimits } from "./limits.js";
import { securityHeaders } from "./security-headers.js";

interface HealthOptions {
  readonly isReady: () => Promise<boolean>;
  readonly isSearchLoading?: () => boolean;
  readonly outside?: () => readonly ServiceHealth[];
  readonly adminKey: AdminKeyCheck;
  readonly log: Log;
  readonly counters: LimitCounters;
  readonly limits?: Partial<HttpLimits>;
}

/** Makes a server that answers the health and nothing else. */
export const createHealthServer = async ({
  log,
  counters,
  adminKey,
  limits: changed = {},
  ...readiness
}: HealthOptions): Promise<FastifyInstance> => {
  const limits = { ...HTTP_LIMITS, ...changed };
  const app = limitedFastify({
    trustProxy: false,
    limits: {
      ...limits,
      // Enough for probes; each closes its connection.
      connections: limits.healthConnections,
      connectionsPerAddress: limits.healthConnections,
    },
    counters,
    log,
    uploading: new WeakSet(),
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("connection", "close");
  });
  securityHeaders(app);
  app.setNotFoundHandler((request, reply) => answerError(request, reply, NOT_FOUND));
  healthRoutes(app, readiness, adminGuard(adminKey.matches));
  return app;
};
