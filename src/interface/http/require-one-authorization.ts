import type { FastifyInstance } from "fastify";
import { answerError, type HttpError } from "./answer-error.js";
import { isRepeated } from "./is-repeated.js";

const REPEATED: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The request must have one header Authorization at most.",
};

/** Refuses requests with several credentials, of which a proxy may check another one than Plinth. */
export const requireOneAuthorization = (app: FastifyInstance): void => {
  app.addHook("onRequest", (request, reply, done) => {
    if (isRepeated(request, "authorization")) answerError(request, reply, REPEATED);
    else done();
  });
};
