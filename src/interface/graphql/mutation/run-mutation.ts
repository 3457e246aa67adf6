import { validate } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import type { Change } from "../../../application/shared/change.js";
import type { Refusal } from "../../../application/shared/refusal.js";
import type { Warning } from "../../../application/shared/warning.js";
import { presentRefusal } from "../errors/present-refusal.js";
import { type ValidationProblem, validationProblems } from "../errors/validation-problems.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { idempotencyKeyOf } from "./idempotency-key-of.js";
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
  { items = "items", cartId }: MutationFields = {},
): Promise<MutationResult<Result>> => {
  const errors = await validate(input, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
  });
  const { key, problems } = idempotencyKeyOf(input, info, context, cartId);
  const outcome = await operation(input, context.viewer, {
    key,
    dryRun: input.dryRun ?? false,
    problems: [...validationProblems(errors).map(invalidInput), ...problems],
    life: context.life,
  });
  if (outcome.replayed) context.replayed.push(String(info.path.key));
  // What this request has read so far may be out of date now.
  context.batch.forget();
  return {
    result: outcome.result,
    isDryRun: input.dryRun ?? false,
    items,
    userErrors: outcome.refusals.map((refusal) => presentRefusal(refusal, context)),
    warnings: presentWarnings(outcome.result),
  };
};

/** What the fields of a payload are answered from. */
export interface MutationResult<Result> {
  /** Null when the change was refused. */
  readonly result: Result | null;
  /** Whether the change was rolled back. */
  readonly isDryRun: boolean;
  /** The field of the input that lists the items of a bulk mutation. */
  readonly items: string;
  readonly userErrors: readonly object[];
  readonly warnings: readonly Warning[];
}

/** Fields of the input of a mutation that have a meaning for all mutations. */
export interface MutationFields {
  /** Lists the items of a bulk mutation; `items` when left out. */
  readonly items?: string;
  /** The cart of a guest, which owns the idempotency keys; left out where there is none. */
  readonly cartId?: string;
}

interface DryRun {
  readonly dryRun?: boolean | null;
}

const invalidInput = ({ path, message }: ValidationProblem): Refusal => ({
  code: "INVALID_INPUT",
  message: sentence(message),
  path,
  facts: {},
});

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
