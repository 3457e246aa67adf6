import { createHash } from "node:crypto";
import { validate } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import type { Change } from "../../../application/shared/change.js";
import type { IdempotencyKey } from "../../../application/shared/idempotency-keys.js";
import type { Refusal } from "../../../application/shared/refusal.js";
import type { Warning } from "../../../application/shared/warning.js";
import { presentRefusal } from "../errors/present-refusal.js";
import { type ValidationProblem, validationProblems } from "../errors/validation-problems.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { presentWarnings } from "./present-warnings.js";

/**
 * Runs a mutation: validates its input, calls the operation with the client's key, and records
 * replays in the context. Problems of the input and refusals by the rules of the shop are reported
 * together.
 */
export const runMutation = async <Input extends object & DryRun, Result>(
  operation: Change<Input, Result>,
  input: Input,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
  items = "items",
): Promise<MutationResult<Result>> => {
  const errors = await validate(input, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
  });
  const outcome = await operation(input, context.viewer, {
    key: idempotencyKeyOf(input, info, context),
    dryRun: input.dryRun ?? false,
    problems: validationProblems(errors).map(invalidInput),
  });
  if (outcome.replayed) context.replayed.push(String(info.path.key));
  // What this request has read so far may be out of date now.
  context.batch.forget();
  return {
    result: outcome.result,
    items,
    userErrors: outcome.refusals.map(presentRefusal),
    warnings: presentWarnings(outcome.result),
  };
};

/** What the fields of a payload are answered from. */
export interface MutationResult<Result> {
  /** Null when the change was refused. */
  readonly result: Result | null;
  /** The field of the input that lists the items of a bulk mutation. */
  readonly items: string;
  readonly userErrors: readonly object[];
  readonly warnings: readonly Warning[];
}

interface DryRun {
  readonly dryRun?: boolean | null;
}

const idempotencyKeyOf = (
  input: object,
  info: GraphQLResolveInfo,
  { idempotencyKey, viewer }: GraphqlContext,
): IdempotencyKey | null =>
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
  createHash("sha256").update(JSON.stringify(input, normalised)).digest("hex");

/**
 * Gives the same text for the same command, whatever the order of its fields; `dryRun` is no part
 * of the command.
 */
const normalised = (key: string, value: unknown): unknown =>
  key === "dryRun"
    ? undefined
    : typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;

const invalidInput = ({ path, message }: ValidationProblem): Refusal => ({
  code: "INVALID_INPUT",
  message: sentence(message),
  path,
  facts: {},
});

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
