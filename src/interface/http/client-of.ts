import type { FastifyRequest } from "fastify";

/** Who sends a request, for limits and logs: the address that trusted proxies report. */
export const clientOf = (request: Pick<FastifyRequest, "ip">): string => request.ip;
