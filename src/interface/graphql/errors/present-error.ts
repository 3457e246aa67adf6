import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { PreparationTimedOut } from "../../../application/shared/prepare-in-time.js";
import { RequestEnded } from "../../../application/shared/request-life.js";
import { OutcomeUnknown, StoreUnavailable } from "../../../application/shared/unit-of-work.js";
import { DomainError, Refused } from "../../../domain/shared/domain-error.js";
import { maximumOfTokens } from "../limits/count-refused-documents.js";
import { limitExceeded } from "../limits/document-limits.js";
import { RateLimited } from "../../../application/shared/rate-limited.js";
import { SHARED_ERROR_CODES, type SharedErrorCode } from "./error-codes-of.js";
import { type ValidationProblem, validationProblems } from "./validation-problems.js";

/**
 * An error as a client sees it: everything that it can act on, and nothing about the inside of
 * Plinth.
 */
export const presentError =
  (hideSchemaHints: boolean) =>
  ({ locations, path }: GraphQLFormattedError, error: unknown): GraphQLFormattedError => ({
    ...presented(error, hideSchemaHints),
    ...(locations && { locations }),
    ...(path && { path }),
  });

export const RETRY_AFTER_MS = 1_000;

type Presented = Pick<GraphQLFormattedError, "message" | "extensions">;

const OUTCOME_UNKNOWN: Presented = {
  message:
    "It is not known whether the change was made. Send the same request again with the same Idempotency-Key.",
  extensions: { code: "OUTCOME_UNKNOWN", retryAfterMs: RETRY_AFTER_MS },
};

/** An outage after a change of the same request that may have been made. */
export const afterChange = (error: GraphQLFormattedError): GraphQLFormattedError =>
  error.extensions?.["code"] === "SERVICE_UNAVAILABLE" ? { ...error, ...OUTCOME_UNKNOWN } : error;

/** Whether an error is a bug or an outage, which has to be reported. */
export const isUnexpected = (error: unknown): boolean => {
  const cause = causeOf(error);
  if (cause instanceof RequestEnded && cause.reason === "client-gone") return false;
  const code = presented(error, true).extensions?.["code"];
  return ["INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN"].includes(String(code));
};

/** The error that was thrown, without the errors that the executor wrapped around it. */
export const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

const presented = (error: unknown, hideSchemaHints: boolean): Presented => {
  const cause = causeOf(error);
  if (cause instanceof RateLimited)
    return coded(cause.code, cause.message, { retryAfterMs: cause.retryAfterMs });
  if (cause instanceof DomainError) return refused(cause);
  if (cause instanceof Refused) return refusedTogether(cause);
  if (cause instanceof ArgumentValidationError)
    return invalidArgument(validationProblems(cause.extensions.validationErrors));
  if (cause instanceof StoreUnavailable || cause instanceof PreparationTimedOut)
    return coded("SERVICE_UNAVAILABLE", "The shop is busy. Try again shortly.", {
      retryAfterMs: RETRY_AFTER_MS,
    });
  if (cause instanceof OutcomeUnknown) return OUTCOME_UNKNOWN;
  const document =
    error instanceof GraphQLError ? aboutTheDocument(error, hideSchemaHints) : undefined;
  return document ?? coded("INTERNAL_ERROR", "An unexpected error occurred.");
};

/** The message names the first problem, for those who read nothing else. */
const invalidArgument = (found: readonly ValidationProblem[]): Presented => {
  const first = found[0] ? ` At ${found[0].path.join(".")}: ${found[0].message}.` : "";
  return coded("INVALID_ARGUMENT", `An argument is malformed.${first}`, { problems: found });
};

const coded = (code: SharedErrorCode, message: string, facts: object = {}): Presented => ({
  message,
  extensions: { code, ...facts },
});

const refused = ({ code, message, path }: DomainError): Presented => ({
  message,
  extensions: { code, ...(path.length > 0 && { argument: path }) },
});

/** The message and the code are those of the first problem. */
const refusedTogether = ({ errors }: Refused): Presented => {
  const { message, extensions } = refused(errors[0]);
  const problems = errors.map(({ code, message: text, path }) => ({ code, message: text, path }));
  return { message, extensions: { ...extensions, problems } };
};

const aboutTheDocument = (
  { message, extensions }: GraphQLError,
  hideSchemaHints: boolean,
): Presented | undefined => {
  if (extensions["limit"] !== undefined)
    return coded("QUERY_LIMIT_EXCEEDED", message, {
      limit: extensions["limit"],
      maximum: extensions["maximum"],
    });
  if (message.startsWith("Too many errors processing variables"))
    return coded("BAD_USER_INPUT", "The variables contain more errors than are listed.");
  const { code } = extensions;
  if (
    typeof code !== "string" ||
    !Object.hasOwn(SHARED_ERROR_CODES, code) ||
    code === "INTERNAL_ERROR"
  )
    return undefined;
  if (message.startsWith("GraphQL introspection is not allowed"))
    return coded(
      "GRAPHQL_VALIDATION_FAILED",
      "Introspection is disabled. Use the schema file, or set PLINTH_INTROSPECTION=on.",
    );
  const tokens = code === "GRAPHQL_PARSE_FAILED" ? maximumOfTokens(message) : null;
  if (tokens !== null) return aboutTheDocument(limitExceeded("TOKENS", tokens), hideSchemaHints);
  if (message === "Validation aborted.")
    return coded(
      "QUERY_LIMIT_EXCEEDED",
      "The document repeats the same fields too often. Select each field once.",
      { limit: "REPEATED_FIELDS" },
    );
  return { message: hideSchemaHints ? withoutHints(message) : message, extensions: { code } };
};

const withoutHints = (message: string): string => message.replace(/ ?Did you mean [^]*$/, "");
