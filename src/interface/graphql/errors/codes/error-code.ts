/** What the code of an error means to a client. */
export interface ErrorCode {
  readonly meaning: string;
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /** What a user interface should do. */
  readonly advice: string;
  /** The HTTP status where no data is left in the answer; for codes in `errors`. */
  readonly status?: number;
  /** The type of the user error; for refusals of a mutation. */
  readonly userError?:
    | "InvalidInputError"
    | "NotFoundError"
    | "StaleVersionError"
    | "TakenError"
    | "TooManyError"
    | "InUseError"
    | "IdempotencyError";
}
