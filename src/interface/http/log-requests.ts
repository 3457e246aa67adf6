import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Log } from "../../application/shared/log.js";
import { traceOf } from "./request-id.js";

/**
 * Logs one line for each answer: operation, result and time. Refused access is logged as a warning.
 */
export const logRequests = (app: FastifyInstance, log: Log): void => {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "(none)";
    const facts = {
      ...operationOf(request),
      requestId: request.id,
      ...traceOf(request.headers),
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    const { viewer } = request.routeOptions.config;
    if (reply.statusCode === 401 || reply.statusCode === 403)
      log.warn("Access was denied.", { ...facts, peer: request.ip, result: "denied" });
    else if (viewer !== undefined) log.info("Answered.", { ...facts, viewer });
    else log.debug("Answered.", facts);
    done();
  });
};

// Only the name: a document and its variables may contain secrets.
const operationOf = ({ body: sent, query }: FastifyRequest): OperationFacts => {
  const body = sent ?? query;
  if (typeof body !== "object" || body === null) return {};
  const document =
    "documentId" in body && typeof body.documentId === "string" && ID.test(body.documentId)
      ? { document: body.documentId }
      : {};
  return { ...namedIn(body), ...document };
};

interface OperationFacts {
  readonly operation?: string;
  /** The id of a trusted document. */
  readonly document?: string;
}

const namedIn = (body: object): OperationFacts => {
  if ("operationName" in body && typeof body.operationName === "string")
    return NAME.test(body.operationName) ? { operation: body.operationName } : {};
  // Clients may leave out operationName when the document has one operation.
  const [, operation] =
    ("query" in body && typeof body.query === "string" && FIRST_NAME.exec(body.query)) || [];
  return operation === undefined ? {} : { operation };
};

// Only valid names: other text could be a secret, or fill the log.
const ID = /^[A-Za-z0-9._~:-]{1,128}$/;
const NAME = /^[A-Za-z_]\w{0,99}$/;
const FIRST_NAME = /^\s*(?:query|mutation)\s+([A-Za-z_]\w{0,99})\b/;
