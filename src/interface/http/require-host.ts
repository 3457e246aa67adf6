import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerError, type HttpError } from "./answer-error.js";

const NO_HOST: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The request has no valid host.",
};

/** Refuses requests without a valid host: Apollo's adapter makes a URL of it and would throw. */
export const requireHost = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (request, reply) => {
    // HTTP/1.0 has no hosts, and the health checks of some proxies still use it.
    if (request.raw.httpVersion === "1.0") request.raw.headers.host ??= "localhost";
    if (!hasHost(request)) return answerError(request, reply, NO_HOST);
  });
  // Node would answer any `Expect` other than 100-continue with an empty 417. HTTP allows a server
  // to ignore it.
  app.server.on("checkExpectation", (request, response) => app.routing(request, response));
};

const hasHost = ({ url, protocol, hostname }: FastifyRequest): boolean =>
  URL.canParse(url, `${protocol}://${hostname}/`);
