import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerError, type Refusal } from "./error-answer.js";

const UNADDRESSED: Refusal = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The request names no host, or one that cannot be.",
};

/** Refuses what is addressed to no possible host: Apollo's adapter makes a URL of it, and breaks on what is none. */
export const refuseUnaddressed = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (request, reply) => {
    // HTTP/1.0 knew no hosts, and the health checks of some proxies still speak it.
    if (request.raw.httpVersion === "1.0") request.raw.headers.host ??= "localhost";
    if (!isAddressed(request)) return answerError(request, reply, UNADDRESSED);
  });
  // Node would answer by itself, with an empty 417, to anything but 100-continue; HTTP allows to overlook it.
  app.server.on("checkExpectation", (request, response) => app.routing(request, response));
};

const isAddressed = ({ url, protocol, hostname }: FastifyRequest): boolean =>
  URL.canParse(url, `${protocol}://${hostname}/`);
