import { createHash } from "node:crypto";
import { validate, type ValidationError } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import type { Change, Outcome } from "../../application/shared/change.js";
import type { RetryKey } from "../../application/shared/idempotency.js";
import type { Refusal } from "../../application/shared/refusal.js";
import type { Warning } from "../../application/shared/warning.js";
import type { GraphqlContext } from "./context.js";
import { shownRefusal } from "./user-errors.js";

/** What the fields of a payload are answered from. */
export interface Answered<Result> {
  /** Null when the change was refused. */
  readonly result: Result | null;
  readonly userErrors: readonly object[];
  readonly warnings: readonly Warning[];
}

interface Trial {
  readonly dryRun?: boolean | null;
}

/**
 * Carries a mutation out: looks at the form of its input, calls the operation with the client's key, and says in the answer's
 * extensions when it is a replay. What is wrong with the form and what the rules of the shop say come back together.
 */
export const carryOut = async <Input extends object & Trial, Result>(
  operation: Change<Input, Result>,
  input: Input,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<Answered<Result>> => {
  const problems = refusals(
    await validate(input, { skipMissingProperties: true, forbidUnknownValues: false }),
  );
  const outcome = await operation(input, context.viewer, {
    key: retryKey(input, info, context),
    dryRun: input.dryRun ?? false,
    problems,
  });
  if (outcome.replayed) context.replayed.push(String(info.path.key));
  // What this request has read so far may be out of date now.
  context.forgetWhatWasRead();
  return {
    result: outcome.result,
    userErrors: outcome.refusals.map(shownRefusal),
    warnings: warningsOf(outcome),
  };
};

const warningsOf = ({ result }: Outcome<unknown>): readonly Warning[] => {
  const { warnings = [] } = (result ?? {}) as { readonly warnings?: readonly Warning[] };
  return warnings.map((warning) => ({ ...warning, path: ["input", ...warning.path] }));
};

const retryKey = (
  input: object,
  info: GraphQLResolveInfo,
  { idempotencyKey, viewer }: GraphqlContext,
): RetryKey | null =>
  idempotencyKey === null
    ? null
    : {
        actor: viewer.kind,
        key: idempotencyKey,
        operation: info.fieldName,
        responseKey: String(info.path.key),
        fingerprint: fingerprint(input),
      };

const fingerprint = (input: object): string =>
  createHash("sha256").update(JSON.stringify(input, inOrder)).digest("hex");

/** The same text for the same command, in whatever order its fields were written: that it is no trial may be said or left out. */
const inOrder = (key: string, value: unknown): unknown =>
  key === "dryRun"
    ? undefined
    : typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;

const refusals = (
  errors: readonly ValidationError[],
  above: readonly string[] = [],
): readonly Refusal[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = [...above, property];
    return [
      ...Object.values(constraints).map((message): Refusal => ({
        code: "INVALID_INPUT",
        message: sentence(message),
        path,
        facts: {},
      })),
      ...refusals(children, path),
    ];
  });

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
