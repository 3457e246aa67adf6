import type { FastifyInstance } from "fastify";
import type { Log } from "../../application/shared/log.js";

/** One line for each answer: what was asked, with which result, in which time. Refused access stands out as a warning. */
export const logRequests = (app: FastifyInstance, log: Log): void => {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    const facts = { requestId: request.id, method: request.method, route, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime * 10) / 10 };
    if (reply.statusCode === 401 || reply.statusCode === 403) log.warn("Access was denied.", { ...facts, peer: request.ip, result: "denied" });
    else if (route.startsWith("/graphql") || route.startsWith("/admin/graphql") || reply.statusCode >= 500) log.info("Answered.", facts);
    else log.debug("Answered.", facts);
  });
};
