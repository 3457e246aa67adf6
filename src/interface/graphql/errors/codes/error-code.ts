/** What an error code means to a client, and what the client should do. */
export interface ErrorCode {
  readonly meaning: string;
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /** What a user interface should do. */
  readonly advice: string;
  /** The HTTP status of an answer without any data; only for codes that occur in `errors`. */
  readonly status?: number;
  /** The GraphQL type of the user error; only for codes that a mutation is refused with. */
  readonly userError?: `${string}Error`;
}

/** Error codes with what they mean: in `extensions.code` of an error, or in `code` of a user error. */
export type ErrorCodes = Readonly<Record<string, ErrorCode>>;
