import { ADVICE } from "./advice.js";
import type { ErrorCode } from "./error-code.js";

/** The codes of errors in `errors`, about the whole request or one of its fields. */
export const REQUEST_ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: {
    meaning: "The document is not valid GraphQL.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: "The document does not match the schema.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  QUERY_LIMIT_EXCEEDED: {
    meaning:
      "The document or its answer exceeds a limit; `limit` names it and `maximum` is its value.",
    retryable: false,
    advice: "Request less at once, in several requests.",
    status: 400,
  },
  BAD_USER_INPUT: {
    meaning: "A variable does not match its type.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  BAD_REQUEST: {
    meaning: "The request is not a GraphQL request.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning:
      "The document has no operation with the given name, or several operations and no name was given.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  NOT_FOUND: {
    meaning: "Nothing was found at this address.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 404,
  },
  METHOD_NOT_ALLOWED: {
    meaning: "The HTTP method is not allowed here; the header `Allow` lists the allowed ones.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 405,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: "The body is not JSON in UTF-8, or it is compressed.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 415,
  },
  REQUEST_TOO_LARGE: {
    meaning: "The request body is too large.",
    retryable: false,
    advice: "Request less at once, in several requests.",
    status: 413,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning:
      "The client sent a document with its hash to register it, or the hash of one that is not published. Requests do not register documents.",
    retryable: false,
    advice:
      "Publish the documents of the client (`plinth documents publish`), or send whole documents without hashes.",
    status: 400,
  },
  DOCUMENT_NOT_FOUND: {
    meaning: "No document has been published with this id.",
    retryable: false,
    advice:
      "Publish the documents of a client before the client. Ask the user to reload the page: it may be an old version.",
    status: 404,
  },
  DOCUMENT_NOT_TRUSTED: {
    meaning:
      "The shop answers published documents only, and the request has a document of its own.",
    retryable: false,
    advice: "Publish the documents of the client, and send their ids as `documentId`.",
    status: 400,
  },
  INVALID_ARGUMENT: {
    meaning:
      "An argument is too long, too large or malformed; `problems` lists each with its path.",
    retryable: false,
    advice: "Show each message next to the field named by its `path`.",
    status: 400,
  },
  INVALID_ID: {
    meaning: "The id is malformed or of another type.",
    retryable: false,
    advice: "Treat it as not found.",
    status: 400,
  },
  INVALID_PAGE: {
    meaning: "The page size is not between 1 and 100, or both `first` and `last` were given.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  INVALID_CURSOR: {
    meaning: "The cursor does not belong to this list and sort order.",
    retryable: false,
    advice: "Restart at the first page.",
    status: 400,
  },
  INVALID_LOCALE: {
    meaning: "The language tag is malformed.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
    userError: "InvalidInputError",
  },
  UNAUTHENTICATED: {
    meaning: "The request has no credentials, or the key is wrong.",
    retryable: false,
    advice: "Ask the user to sign in.",
    status: 401,
  },
  PERMISSION_DENIED: {
    meaning: "The viewer lacks the permission.",
    retryable: false,
    advice: "Ask the user to sign in with an account that has the permission.",
    status: 403,
  },
  RATE_LIMITED: {
    meaning: "The client has used up its share; `extensions.cost` tells how much it gets back.",
    retryable: true,
    advice: "Wait `retryAfterMs` milliseconds, then send the same request again.",
    status: 429,
  },
  TOO_MANY_CONNECTIONS: {
    meaning: "All connections that the address or the server may have are in use.",
    retryable: true,
    advice: "Wait for the seconds in `Retry-After`, then try again. Reuse connections.",
    status: 503,
  },
  SERVICE_UNAVAILABLE: {
    meaning: "The database could not process the request in time.",
    retryable: true,
    advice: "Wait `retryAfterMs` milliseconds, then send the same request again.",
    status: 503,
  },
  OUTCOME_UNKNOWN: {
    meaning: "The change may have been made or not: the database did not answer in time.",
    retryable: false,
    advice:
      "Wait `retryAfterMs` milliseconds, then send the same request again with the same `Idempotency-Key`. Without a key, look first.",
    status: 503,
  },
  INTERNAL_ERROR: {
    meaning: "An unexpected error on the server.",
    retryable: true,
    advice: "Tell the user, show the request id, and offer to try again.",
    status: 500,
  },
} as const satisfies Record<string, ErrorCode>;
