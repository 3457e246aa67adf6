import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { LimitName } from "../../application/shared/limits.js";
import { errorBody } from "./answer-error.js";
import { bareHeaders } from "./security-headers.js";

const RETRY_AFTER_MS = 1_000;

/** Refuses a request on a connection beyond a limit, and ends the connection. */
export const answerTooMany = (response: ServerResponse, limit: LimitName): void => {
  const id = randomUUID();
  const body = errorBody(
    limit === "connectionsPerAddress"
      ? "Your address has too many connections in use. Reuse connections, and send fewer requests at once."
      : "The server has too many connections in use. Try again in a moment.",
    "TOO_MANY_CONNECTIONS",
    id,
    RETRY_AFTER_MS,
  );
  response
    .writeHead(503, {
      ...bareHeaders(id),
      "retry-after": String(RETRY_AFTER_MS / 1_000),
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      connection: "close",
    })
    .end(body);
};
