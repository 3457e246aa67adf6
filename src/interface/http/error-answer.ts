import type { FastifyReply, FastifyRequest } from "fastify";

export const GRAPHQL_RESPONSE = "application/graphql-response+json";

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Answers as GraphQL does, so that a client needs one way only to read what went wrong. */
export const answerError = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: Refusal,
): FastifyReply =>
  reply
    .code(status)
    .type(`${acceptedType(request.headers.accept)}; charset=utf-8`)
    .send(errorBody(message, code, request.id));

export const errorBody = (message: string, code: string, requestId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });

const acceptedType = (accept = ""): string =>
  accept.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : "application/json";

// Fastify's own codes, in the words that clients of Plinth read.
const REFUSALS: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: "REQUEST_TOO_LARGE",
    message: "The body is larger than 256 KiB: send less at once.",
  },
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
    message: "The body is not as long as its content-length says.",
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: "BAD_REQUEST",
    message: "The address is not encoded correctly.",
  },
};
export const NOT_FOUND: Refusal = {
  status: 404,
  code: "NOT_FOUND",
  message: "There is nothing here. The shop's API is at /graphql.",
};
const MALFORMED: Refusal = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The body is not valid JSON.",
};
const INTERNAL: Refusal = {
  status: 500,
  code: "INTERNAL_SERVER_ERROR",
  message: "Something went wrong on our side. Tell us the request id when you ask for help.",
};

/** What a thrown error means to the client; nothing of an unexpected one is told. */
export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof Error)) return INTERNAL;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const status =
    "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
  const known = REFUSALS[code];
  if (known) return known;
  if (status === 403 || status === 404) return NOT_FOUND;
  if (code === "FST_ERR_CTP_INVALID_JSON_BODY" || (status === 400 && error instanceof SyntaxError))
    return MALFORMED;
  return status >= 400 && status < 500
    ? { status, code: "BAD_REQUEST", message: "The request cannot be read." }
    : INTERNAL;
};
