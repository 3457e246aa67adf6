/** What a code of an error means to a client. */
export interface ErrorCode {
  readonly meaning: string;
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /** What a user interface should do. */
  readonly advice: string;
  /** The HTTP status where it takes all data out of an answer; for errors that stand beside `data`. */
  readonly status?: number;
  /** The type that it has among `userErrors`; for refusals of a mutation. */
  readonly userError?:
    | "InvalidInputError"
    | "NotFoundError"
    | "StaleVersionError"
    | "TakenError"
    | "TooManyError"
    | "InUseError"
    | "IdempotencyError";
}

const FIX_THE_PROGRAM =
  "Show a general error: the program that sent this has a mistake, and users cannot mend it.";

const BESIDE_THE_FIELD = "Show the message beside the field that its path names.";
const LOOK_AGAIN = "Say that it is gone, and show the list again.";

/** Every code: in `extensions.code` of an error of the answer, or in `code` of a user error. */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: {
    meaning: "The document is not GraphQL.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: "The document does not fit the schema.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  QUERY_LIMIT_EXCEEDED: {
    meaning:
      "The document is larger than this API reads; `limit` names what there is too much of and `maximum` how much may be.",
    retryable: false,
    advice: "Ask for less at once, in several requests.",
    status: 400,
  },
  BAD_USER_INPUT: {
    meaning: "A variable does not fit its type.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  BAD_REQUEST: {
    meaning: "The request is not a GraphQL request.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning:
      "The document holds no operation of the name that was given, or several and no name was given.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  NOT_FOUND: {
    meaning: "There is nothing at this address.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 404,
  },
  METHOD_NOT_ALLOWED: {
    meaning: "This address is asked in another way; the header `Allow` says how.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 405,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: "The body is not JSON.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 415,
  },
  REQUEST_TOO_LARGE: {
    meaning: "The body is larger than this API reads.",
    retryable: false,
    advice: "Ask for less at once, in several requests.",
    status: 413,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: "Persisted queries are switched off.",
    retryable: false,
    advice: "Send the whole document.",
    status: 400,
  },
  INVALID_ARGUMENT: {
    meaning:
      "An argument is too long, too large or in the wrong form; `problems` lists each with its path.",
    retryable: false,
    advice: "Show each message beside the field that its path names.",
    status: 400,
  },
  INVALID_ID: {
    meaning: "An id does not have the form of an id of this kind.",
    retryable: false,
    advice: "Treat it as not found.",
    status: 400,
  },
  INVALID_PAGE: {
    meaning: "The size of a page is not between 1 and 100, or `first` and `last` were both given.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  INVALID_CURSOR: {
    meaning: "A cursor does not belong to this list and sort order.",
    retryable: false,
    advice: "Start again at the first page.",
    status: 400,
  },
  INVALID_AMOUNT: {
    meaning: "An amount has more decimals than its currency, or is too large.",
    retryable: false,
    advice: "Ask the user for an amount with fewer digits.",
    status: 400,
    userError: "InvalidInputError",
  },
  INVALID_LOCALE: {
    meaning: "A language tag is malformed.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
    userError: "InvalidInputError",
  },
  AMBIGUOUS_TRANSLATION: {
    meaning:
      "Two options of a product, or two values of one option, would read alike in a language.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  NOTHING_TO_TRANSLATE: {
    meaning: "What is to be translated is not there, or holds no words.",
    retryable: false,
    advice: "Show what there is to translate again.",
    userError: "InvalidInputError",
  },
  TOO_MANY: {
    meaning: "A list holds more entries than are allowed.",
    retryable: false,
    advice: "Ask in several requests.",
    status: 400,
    userError: "TooManyError",
  },
  INVALID_INPUT: {
    meaning: "A field of the input is too long, too large or in the wrong form.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  UPLOAD_TOO_LARGE: {
    meaning: "An uploaded picture is longer than this shop takes.",
    retryable: false,
    advice: "Ask the user for a smaller file.",
    status: 413,
  },
  IMAGE_FORMAT_REFUSED: {
    meaning: "What was uploaded is no JPEG, PNG, WebP, AVIF or GIF, whatever it is called.",
    retryable: false,
    advice: "Ask the user for a picture in one of these formats.",
    status: 415,
  },
  IMAGE_TOO_LARGE: {
    meaning: "A picture has more pixels than this shop takes, all frames counted.",
    retryable: false,
    advice: "Ask the user for a smaller picture.",
    status: 422,
  },
  IMAGE_UNREADABLE: {
    meaning: "A picture is cut off or damaged.",
    retryable: false,
    advice: "Ask the user for the whole file.",
    status: 422,
  },
  INVALID_TRANSFORM: {
    meaning: "The address of an image asks for a size or format that pictures are not drawn in.",
    retryable: false,
    advice: "Take the addresses that `Media.url` and `Media.srcSet` give.",
    status: 400,
  },
  MEDIA_BUSY: {
    meaning: "Too many pictures are being drawn or taken in just now.",
    retryable: true,
    advice: "Wait for the seconds in `Retry-After`, and ask again.",
    status: 503,
  },
  MEDIA_UNAVAILABLE: {
    meaning: "The store of pictures does not answer; everything else goes on.",
    retryable: true,
    advice: "Show the page without the picture, and ask again later.",
    status: 503,
  },
  INVALID_BULK: {
    meaning: "A bulk change holds no items, or more than 250.",
    retryable: false,
    advice: "Send the items in several requests.",
    userError: "InvalidInputError",
  },
  INVALID_TEXT: {
    meaning: "A text is empty, too long, or holds characters that it must not hold.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_SLUG: {
    meaning: "A slug is not made of lower-case letters, digits and single hyphens.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_OPTIONS: {
    meaning: "The options of a product and the values of its variants do not fit together.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_VARIANT: {
    meaning: "A figure of a variant is out of its range.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_MEDIA: {
    meaning: "The address of an image is none, or the image belongs to another product.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_METAFIELD: {
    meaning: "A custom field has a wrong name, or a value that does not fit its type.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_PUBLICATION: {
    meaning: "A publication ends before it starts.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_QUANTITY: {
    meaning: "A number of units is not whole, or out of its range.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INSUFFICIENT_STOCK: {
    meaning: "There are fewer units than were asked for.",
    retryable: false,
    advice: "Offer the number that is left.",
    userError: "InvalidInputError",
  },
  STOCK_PROMISED: {
    meaning:
      "Units of a variant are promised to buyers, so their number has to be kept; `uses` says how many.",
    retryable: false,
    advice: "Offer to give the number that is on hand.",
    userError: "InUseError",
  },
  NEGATIVE_PRICE: {
    meaning: "A price is below zero.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  CURRENCY_MISMATCH: {
    meaning: "Amounts of different currencies stand where one is expected.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  UNKNOWN_CURRENCY: {
    meaning: "A currency is not in ISO 4217.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  DUPLICATE_VARIANT: {
    meaning: "Two variants of a product have the same value of every option.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  SLUG_TAKEN: {
    meaning: "The slug belongs to something else.",
    retryable: false,
    advice: "Ask for another one, or offer one with a number behind it.",
    userError: "TakenError",
  },
  SKU_TAKEN: {
    meaning: "The SKU belongs to another variant.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  PRODUCT_NOT_FOUND: {
    meaning: "There is no such product.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  PRODUCT_ARCHIVED: {
    meaning: "The product is in the archive, and cannot be published from there.",
    retryable: false,
    advice: "Offer to take it out of the archive.",
    userError: "InvalidInputError",
  },
  PRODUCT_IN_USE: {
    meaning: "Buyers have been promised units of the product; `uses` says how many.",
    retryable: false,
    advice: "Offer to archive it instead.",
    userError: "InUseError",
  },
  COLLECTION_NOT_FOUND: {
    meaning: "There is no such collection.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  INVALID_COLLECTION_RULE: {
    meaning:
      "A condition of an automated collection has a value or a key that does not fit its field, or there is no condition.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  RULE_OPERATOR_MISFIT: {
    meaning: "The operator of a condition does not fit its field; the message names those that do.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  COLLECTION_AUTOMATED: {
    meaning: "Rules decide what stands in the collection, so it is not filled or arranged by hand.",
    retryable: false,
    advice: "Offer to change its rules, or to make it a manual collection.",
    userError: "InvalidInputError",
  },
  COLLECTION_CYCLE: {
    meaning: "A collection would stand below itself.",
    retryable: false,
    advice: "Ask for another parent.",
    userError: "InvalidInputError",
  },
  COLLECTION_TOO_DEEP: {
    meaning: "Collections would stand more than 8 levels deep.",
    retryable: false,
    advice: "Ask for a parent that stands higher.",
    userError: "InvalidInputError",
  },
  PRODUCT_NOT_IN_COLLECTION: {
    meaning: "The product does not stand in the collection, or no longer.",
    retryable: false,
    advice: "Show the products of the collection again.",
    userError: "NotFoundError",
  },
  METAFIELD_DEFINITION_NOT_FOUND: {
    meaning: "There is no such definition of a custom field.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  METAFIELD_UNDECLARED: {
    meaning: "A custom field is used that has no definition.",
    retryable: false,
    advice: "Offer to create its definition first.",
    userError: "NotFoundError",
  },
  METAFIELD_NAME_TAKEN: {
    meaning: "A custom field with this namespace and key is declared already.",
    retryable: false,
    advice: "Ask for another key.",
    userError: "TakenError",
  },
  METAFIELD_DEFINITION_IN_USE: {
    meaning: "Products carry the custom field; `uses` says how many.",
    retryable: false,
    advice: "Show the products that carry it, and let the user remove it from them.",
    userError: "InUseError",
  },
  STOCK_ITEM_NOT_FOUND: {
    meaning: "No stock is kept for the variant.",
    retryable: false,
    advice: "Offer to count it first: counting begins to keep its stock.",
    userError: "NotFoundError",
  },
  VARIANT_NOT_FOUND: {
    meaning: "The product has no such variant.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  MEDIA_NOT_FOUND: {
    meaning: "The product has no such image.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  FILE_NOT_FOUND: {
    meaning:
      "There is no uploaded file of this id, or it was removed because nothing used it for a week.",
    retryable: false,
    advice: "Ask the user to upload the picture again.",
    userError: "NotFoundError",
  },
  OPTION_NOT_FOUND: {
    meaning: "The product has no option of this name.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  OPTION_VALUE_NOT_FOUND: {
    meaning: "An option does not offer the value, or writes it otherwise.",
    retryable: false,
    advice: "Show the values that the option offers, or offer to add this one.",
    userError: "NotFoundError",
  },
  OPTION_VALUE_IN_USE: {
    meaning: "Variants of the product have the value; `uses` says how many.",
    retryable: false,
    advice: "Ask the user to change or remove those variants first.",
    userError: "InUseError",
  },
  VARIANT_IN_USE: {
    meaning: "Units of the variant are promised to buyers; `uses` says how many.",
    retryable: false,
    advice: "Offer to archive the product, so that nobody buys more of it.",
    userError: "InUseError",
  },
  GIVEN_TWICE: {
    meaning: "A list names the same thing twice.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  FIGURES_WITHOUT_PRICE: {
    meaning: "A crossed-out price or a cost is given to a variant that has no price.",
    retryable: false,
    advice: "Ask for the price.",
    userError: "InvalidInputError",
  },
  STALE_VERSION: {
    meaning:
      "Somebody else changed it since the version that was expected; `currentVersion` is there now.",
    retryable: false,
    advice: "Show what is there now, and let the user repeat the change.",
    userError: "StaleVersionError",
  },
  INVALID_SCHEDULE_TIME: {
    meaning: "A time is past, too far ahead, or ends before it begins.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  MARKET_NOT_FOUND: {
    meaning: "There is no such market.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  MARKET_KEY_TAKEN: {
    meaning: "Another market has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  COUNTRY_TAKEN: {
    meaning: "The country belongs to another market.",
    retryable: false,
    advice: "Offer to take it out of the other market first.",
    userError: "TakenError",
  },
  UNKNOWN_COUNTRY: {
    meaning: "A country is not in ISO 3166-1.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  NO_LOCALES: {
    meaning: "A market speaks no language.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  INVALID_KEY: {
    meaning: "A key is not written in lower-case letters, digits and hyphens.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  DEFAULT_MARKET_FIXED: {
    meaning: "The default market keeps its currency and its first language, and stays open.",
    retryable: false,
    advice: "Offer to open another market.",
    userError: "InvalidInputError",
  },
  PRICE_LIST_NOT_FOUND: {
    meaning: "There is no such price list.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  PRICE_LIST_KEY_TAKEN: {
    meaning: "Another price list has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  PRICE_LIST_IN_USE: {
    meaning: "Markets sell at the price list; `uses` says how many.",
    retryable: false,
    advice: "Ask the user to give those markets another one first.",
    userError: "InUseError",
  },
  PRICE_LIST_REQUIRED: {
    meaning: "A market in another currency than the default market has no price list.",
    retryable: false,
    advice: "Ask for a price list in that currency.",
    userError: "InvalidInputError",
  },
  PRICE_LIST_CURRENCY_MISMATCH: {
    meaning: "The currencies of a market and of its price list differ.",
    retryable: false,
    advice: BESIDE_THE_FIELD,
    userError: "InvalidInputError",
  },
  PRICE_LIST_NOT_READY: {
    meaning: "It is still being worked out what every product costs in the price list.",
    retryable: true,
    advice: "Wait until `isReady` of the price list is true, and send the change again.",
    userError: "InvalidInputError",
  },
  SCHEDULED_PRICE_NOT_FOUND: {
    meaning: "No such price change is to come: it was made, or taken back.",
    retryable: false,
    advice: LOOK_AGAIN,
    userError: "NotFoundError",
  },
  STORE_NOT_EMPTY: {
    meaning: "The demo catalogue goes only into an empty store.",
    retryable: false,
    advice: "Leave it, or empty the store first.",
    userError: "InvalidInputError",
  },
  UNUSABLE_FILE: {
    meaning: "A file cannot be read as a list of products.",
    retryable: false,
    advice: "Show the message; it says what to give along.",
    userError: "InvalidInputError",
  },
  INVALID_IDEMPOTENCY_KEY: {
    meaning:
      "The header Idempotency-Key is empty, longer than 255 characters, not plain ASCII, or given several times.",
    retryable: false,
    advice: FIX_THE_PROGRAM,
    status: 400,
  },
  IDEMPOTENCY_KEY_REUSED: {
    meaning: "The Idempotency-Key was used for another input before.",
    retryable: false,
    advice: "Make a new key for each new command; keep it only to send the same command again.",
    userError: "IdempotencyError",
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    meaning: "A request with the same Idempotency-Key is being worked on.",
    retryable: true,
    advice: "Send the same request again in a moment.",
    userError: "IdempotencyError",
  },
  UNKNOWN_MARKET: {
    meaning: "The header Plinth-Market names no market.",
    retryable: false,
    advice: "Send the user to a market that exists, or leave the header out.",
    status: 400,
  },
  UNKNOWN_LOCALE: {
    meaning: "The header Plinth-Locale names a language that the market does not speak.",
    retryable: false,
    advice: "Leave the header out to be answered in the language of the market.",
    status: 400,
  },
  UNAUTHENTICATED: {
    meaning: "Nobody has said who is asking, or the key is wrong.",
    retryable: false,
    advice: "Ask the user to sign in.",
    status: 401,
  },
  PERMISSION_DENIED: {
    meaning: "The viewer may not do this.",
    retryable: false,
    advice: "Ask the user to sign in as somebody who may.",
    status: 403,
  },
  SERVICE_UNAVAILABLE: {
    meaning: "The database could not take the work in time.",
    retryable: true,
    advice: "Wait `retryAfterMs` and send the same request again.",
    status: 503,
  },
  INTERNAL_ERROR: {
    meaning: "Something broke on our side.",
    retryable: true,
    advice: "Say so, show the request id, and offer to try again.",
    status: 500,
  },
} as const satisfies Record<string, ErrorCode>;

export type ErrorCodeName = keyof typeof ERROR_CODES;

export const errorCode = (code: string): ErrorCode | undefined =>
  Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code as ErrorCodeName] : undefined;
