import type { FastifyReply, FastifyRequest } from "fastify";

export interface HttpError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** When the same request may be sent again, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Answers in the form of a GraphQL error, so that a client reads all errors in one way. */
export const answerError = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message, retryAfterMs }: HttpError,
): FastifyReply => {
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="plinth admin"');
  if (retryAfterMs !== undefined)
    reply.header("retry-after", String(Math.max(1, Math.ceil(retryAfterMs / 1_000))));
  return reply
    .code(status)
    .type(`${acceptedType(request.headers.accept)}; charset=utf-8`)
    .send(errorBody(message, code, request.id, retryAfterMs));
};

/** The JSON of one error. */
export const errorBody = (
  message: string,
  code: string,
  requestId: string,
  retryAfterMs?: number,
): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, retryAfterMs, requestId } }] });

const GRAPHQL_RESPONSE = "application/graphql-response+json";

const acceptedType = (accept = ""): string =>
  accept.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : "application/json";

// Fastify's own codes.
const HTTP_ERRORS: Readonly<Record<string, HttpError>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
    message: "Send the query as JSON, with content-type: application/json.",
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: "BAD_REQUEST",
    message: 'The body is empty: send {"query": "…"} as JSON.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: "BAD_REQUEST",
    message: "The length of the body differs from its content-length.",
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: "BAD_REQUEST",
    message: "The address is not encoded correctly.",
  },
};

export const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "FST_ERR_CTP_BODY_TOO_LARGE";

/** @param bodyBytes how many a body may have */
export const bodyTooLarge = (bodyBytes: number): HttpError => ({
  status: 413,
  code: "REQUEST_TOO_LARGE",
  message: `The body is larger than ${bodyBytes / 1_024} KiB. Send less at once.`,
});

export const NOT_FOUND: HttpError = {
  status: 404,
  code: "NOT_FOUND",
  message: "Not found. The shop API is at /graphql.",
};
const MALFORMED: HttpError = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The body is not valid JSON.",
};
const INTERNAL: HttpError = {
  status: 500,
  code: "INTERNAL_ERROR",
  message: "Something went wrong on our side. Tell us the request id when you ask for help.",
};

/** The error to answer with for a thrown error. It contains nothing of an unexpected error. */
export const httpErrorOf = (error: unknown): HttpError => {
  if (!(error instanceof Error)) return INTERNAL;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const status =
    "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
  const expected = HTTP_ERRORS[code];
  if (expected) return expected;
  if (status === 403 || status === 404) return NOT_FOUND;
  if (code === "FST_ERR_CTP_INVALID_JSON_BODY" || (status === 400 && error instanceof SyntaxError))
    return MALFORMED;
  return status >= 400 && status < 500
    ? { status, code: "BAD_REQUEST", message: "The request cannot be read." }
    : INTERNAL;
};
