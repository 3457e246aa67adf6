import type { ValidationError } from "class-validator";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { StoreUnavailable } from "../../application/shared/unit-of-work.js";
import { DomainError } from "../../domain/shared/domain-error.js";
import { limitExceeded, MAX_TOKENS } from "./document-limits.js";
import { errorCode, type ErrorCodeName } from "./error-codes.js";

export const RETRY_AFTER_MS = 1_000;

type Told = Pick<GraphQLFormattedError, "message" | "extensions">;

/** What a client is told of an error: all that it can act on, and nothing of how Plinth is made. */
export const presentError =
  (hideSchemaHints: boolean) =>
  ({ locations, path }: GraphQLFormattedError, error: unknown): GraphQLFormattedError => ({
    ...told(error, hideSchemaHints),
    ...(locations && { locations }),
    ...(path && { path }),
  });

/** Whether an error is a bug or an outage, which somebody has to look after. */
export const isUnexpected = (error: unknown): boolean => {
  const code = told(error, true).extensions?.["code"];
  return code === "INTERNAL_ERROR" || code === "SERVICE_UNAVAILABLE";
};

/** The error that was thrown, below what the executor wrapped around it. */
export const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;

const told = (error: unknown, hideSchemaHints: boolean): Told => {
  const cause = causeOf(error);
  if (cause instanceof DomainError) return refusal(cause);
  if (cause instanceof ArgumentValidationError)
    return misfit(problems(cause.extensions.validationErrors));
  if (cause instanceof StoreUnavailable)
    return coded("SERVICE_UNAVAILABLE", "The shop is busy: try again in a moment.", {
      retryAfterMs: RETRY_AFTER_MS,
    });
  const document =
    error instanceof GraphQLError ? aboutTheDocument(error, hideSchemaHints) : undefined;
  return document ?? coded("INTERNAL_ERROR", "Something went wrong on our side.");
};

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Says the first of what is wrong also to who reads the message only. */
const misfit = (found: readonly Problem[]): Told => {
  const first = found[0] ? ` At ${found[0].path.join(".")}: ${found[0].message}.` : "";
  return coded(
    "INVALID_ARGUMENT",
    `An argument is not in the form that this field reads.${first}`,
    { problems: found },
  );
};

const coded = (code: ErrorCodeName, message: string, facts: object = {}): Told => ({
  message,
  extensions: { code, ...facts },
});

const refusal = ({ code, message, path }: DomainError): Told => ({
  message,
  extensions: { code, ...(path.length > 0 && { argument: path }) },
});

const aboutTheDocument = (
  { message, extensions }: GraphQLError,
  hideSchemaHints: boolean,
): Told | undefined => {
  if (extensions["limit"] !== undefined)
    return coded("QUERY_LIMIT_EXCEEDED", message, {
      limit: extensions["limit"],
      maximum: extensions["maximum"],
    });
  if (message.startsWith("Too many errors processing variables"))
    return coded("BAD_USER_INPUT", "The variables hold more mistakes than are told at once.");
  const { code } = extensions;
  if (typeof code !== "string" || errorCode(code) === undefined || code === "INTERNAL_ERROR")
    return undefined;
  if (message.startsWith("GraphQL introspection is not allowed"))
    return coded(
      "GRAPHQL_VALIDATION_FAILED",
      "Introspection is switched off here: take the schema from its file, or set PLINTH_INTROSPECTION=on.",
    );
  // What graphql-js itself finds to be too much, it says in words only.
  if (code === "GRAPHQL_PARSE_FAILED" && message.includes(`more that ${MAX_TOKENS} tokens`))
    return aboutTheDocument(limitExceeded("TOKENS", MAX_TOKENS), hideSchemaHints);
  if (message === "Validation aborted.")
    return coded(
      "QUERY_LIMIT_EXCEEDED",
      "The document repeats the same fields too often: name each field once.",
      { limit: "REPEATED_FIELDS" },
    );
  return { message: hideSchemaHints ? withoutHints(message) : message, extensions: { code } };
};

const withoutHints = (message: string): string => message.replace(/ ?Did you mean [^]*$/, "");

const problems = (
  errors: readonly ValidationError[],
  above: readonly string[] = [],
): readonly Problem[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = [...above, property];
    return [
      ...Object.values(constraints).map((message) => ({ path, message })),
      ...problems(children, path),
    ];
  });
