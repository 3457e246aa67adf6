import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerError, type HttpError } from "./answer-error.js";

/**
 * Refuses bodies that would be read wrongly: compressed ones, and JSON in another encoding than
 * UTF-8.
 */
export const requireReadableBody = (app: FastifyInstance): void => {
  // Asynchronous, so that what has arrived with the headers is read before anything is answered: a
  // body that is no HTTP is reported as such.
  app.addHook("onRequest", async (request, reply) => {
    const refusal = isEncoded(request) ? ENCODED : hasForeignCharset(request) ? FOREIGN : null;
    if (refusal) return answerError(request, reply.header("accept-encoding", "identity"), refusal);
  });
};

const ENCODED: HttpError = {
  status: 415,
  code: "UNSUPPORTED_MEDIA_TYPE",
  message: "Send the body as it is, without content-encoding.",
};
const FOREIGN: HttpError = {
  status: 415,
  code: "UNSUPPORTED_MEDIA_TYPE",
  message: "Send the JSON in UTF-8, with content-type: application/json; charset=utf-8.",
};

const isEncoded = ({ headers }: FastifyRequest): boolean =>
  headers["content-encoding"] !== undefined &&
  !/^identity$/i.test(headers["content-encoding"].trim());

// Images have no charset: an upload may say what it likes.
const hasForeignCharset = ({ headers }: FastifyRequest): boolean => {
  const [type = "", ...parameters] = (headers["content-type"] ?? "").split(";");
  return (
    /^application\/json$/i.test(type.trim()) &&
    parameters.some((one) => /^\s*charset\s*=/i.test(one) && !UTF_8.test(one))
  );
};

const UTF_8 = /^\s*charset\s*=\s*("utf-?8"|utf-?8)\s*$/i;
