/** What a code of an error means to a client. */
export interface ErrorCode {
  readonly meaning: string;
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /** What a user interface should do. */
  readonly advice: string;
  /** The HTTP status where the answer holds no data at all. */
  readonly status: number;
}

const FIX_THE_PROGRAM = "Show a general error: the program that sent this has a mistake, and users cannot mend it.";

/** Every code that stands in `extensions.code` of a top-level error. */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: { meaning: "The document is not GraphQL.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  GRAPHQL_VALIDATION_FAILED: { meaning: "The document does not fit the schema.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  QUERY_LIMIT_EXCEEDED: { meaning: "The document is larger than this API reads; `limit` names what there is too much of and `maximum` how much may be.", retryable: false, advice: "Ask for less at once, in several requests.", status: 400 },
  BAD_USER_INPUT: { meaning: "A variable does not fit its type.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  BAD_REQUEST: { meaning: "The request is not a GraphQL request.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  OPERATION_RESOLUTION_FAILURE: { meaning: "The document holds no operation of the name that was given, or several and no name was given.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  NOT_FOUND: { meaning: "There is nothing at this address.", retryable: false, advice: FIX_THE_PROGRAM, status: 404 },
  METHOD_NOT_ALLOWED: { meaning: "This address is asked in another way; the header `Allow` says how.", retryable: false, advice: FIX_THE_PROGRAM, status: 405 },
  UNSUPPORTED_MEDIA_TYPE: { meaning: "The body is not JSON.", retryable: false, advice: FIX_THE_PROGRAM, status: 415 },
  REQUEST_TOO_LARGE: { meaning: "The body is larger than this API reads.", retryable: false, advice: "Ask for less at once, in several requests.", status: 413 },
  PERSISTED_QUERY_NOT_SUPPORTED: { meaning: "Persisted queries are switched off.", retryable: false, advice: "Send the whole document.", status: 400 },
  INVALID_ARGUMENT: { meaning: "An argument is too long, too large or in the wrong form; `problems` lists each with its path.", retryable: false, advice: "Show each message beside the field that its path names.", status: 400 },
  INVALID_ID: { meaning: "An id does not have the form of an id of this kind.", retryable: false, advice: "Treat it as not found.", status: 400 },
  INVALID_PAGE: { meaning: "The size of a page is not between 1 and 100, or `first` and `last` were both given.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  INVALID_CURSOR: { meaning: "A cursor does not belong to this list and sort order.", retryable: false, advice: "Start again at the first page.", status: 400 },
  INVALID_AMOUNT: { meaning: "An amount has more decimals than its currency, or is too large.", retryable: false, advice: "Ask the user for an amount with fewer digits.", status: 400 },
  INVALID_LOCALE: { meaning: "A language tag is malformed.", retryable: false, advice: FIX_THE_PROGRAM, status: 400 },
  TOO_MANY: { meaning: "A list holds more entries than are allowed.", retryable: false, advice: "Ask in several requests.", status: 400 },
  UNKNOWN_MARKET: { meaning: "The header Plinth-Market names no market.", retryable: false, advice: "Send the user to a market that exists, or leave the header out.", status: 400 },
  UNKNOWN_LOCALE: { meaning: "The header Plinth-Locale names a language that the market does not speak.", retryable: false, advice: "Leave the header out to be answered in the language of the market.", status: 400 },
  UNAUTHENTICATED: { meaning: "Nobody has said who is asking, or the key is wrong.", retryable: false, advice: "Ask the user to sign in.", status: 401 },
  PERMISSION_DENIED: { meaning: "The viewer may not do this.", retryable: false, advice: "Ask the user to sign in as somebody who may.", status: 403 },
  SERVICE_UNAVAILABLE: { meaning: "The database could not take the work in time.", retryable: true, advice: "Wait `retryAfterMs` and send the same request again.", status: 503 },
  INTERNAL_ERROR: { meaning: "Something broke on our side.", retryable: true, advice: "Say so, show the request id, and offer to try again.", status: 500 },
} as const satisfies Record<string, ErrorCode>;

export type TopLevelCode = keyof typeof ERROR_CODES;

export const errorCode = (code: string): ErrorCode | undefined =>
  Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code as TopLevelCode] : undefined;
