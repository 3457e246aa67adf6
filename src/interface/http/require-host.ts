import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerError, type HttpError } from "./answer-error.js";
import { isRepeated } from "./is-repeated.js";

const NO_HOST: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The request must have one valid host, without a path or a user.",
};

/**
 * Refuses requests without one valid host: Apollo's adapter makes a URL of it and would throw, and
 * a proxy could have chosen another one.
 */
export const requireHost = (app: FastifyInstance): void => {
  app.addHook("onRequest", (request, reply, done) => {
    // HTTP/1.0 has no hosts, and the health checks of some proxies still use it.
    if (request.raw.httpVersion === "1.0") request.raw.headers.host ??= "localhost";
    if (hasHost(request)) done();
    else answerError(request, reply, NO_HOST);
  });
};

// `hostname` may come from a trusted proxy, which leaves the header Host as it is.
const hasHost = (request: FastifyRequest): boolean =>
  !isRepeated(request, "host") &&
  [request.headers.host ?? "", request.host].every((host) => HOST_AND_PORT.test(host)) &&
  URL.canParse(request.url, `${request.protocol}://${request.hostname}/`);

// `uri-host [":" port]` of RFC 9110, 7.2. What may be in a name is left to URL.
const HOST_AND_PORT = /^(\[[^\s\]/?#@\\]+\]|[^\s:/?#@\\[\]]+)(:\d{0,5})?$/;
