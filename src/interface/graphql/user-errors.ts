import {
  Field,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
  type ClassType,
} from "type-graphql";
import type { Refusal } from "../../application/shared/refusal.js";
import { enumOf } from "./enum-of.js";
import { ERROR_CODES, errorCode, type ErrorCodeName } from "./error-codes.js";

export const ErrorCodes = enumOf(Object.keys(ERROR_CODES) as ErrorCodeName[]);
registerEnumType(ErrorCodes, {
  name: "ErrorCode",
  description:
    "Why something was refused, or failed. `errorCodes` says of each what it means and what to do.",
  valuesConfig: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, { meaning }]) => [code, { description: meaning }]),
  ),
});

@InterfaceType({
  autoRegisterImplementations: false,
  description:
    "Why a mutation was refused, for the people who fill in the form. Nothing was changed.",
})
export abstract class UserError {
  @Field(() => ErrorCodes, { simple: true, description: "What is wrong, for programs." })
  readonly code!: ErrorCodeName;

  @Field(() => String, {
    simple: true,
    description: "What is wrong and what to do, for people, in English.",
  })
  readonly message!: string;

  @Field(() => [String], {
    simple: true,
    description:
      'Where in the arguments: `["input", "changes", "slug"]`. Only `["input"]` where no single field is to blame.',
  })
  readonly path!: readonly string[];
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Something in the input breaks a rule; the message says which.",
})
export class InvalidInputError extends UserError {}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "What the input names is not there, or no longer.",
})
export class NotFoundError extends UserError {
  @Field(() => String, { description: "What was looked for, as it was given." })
  readonly missing!: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Somebody else changed it since it was read: read it again, and repeat the change.",
})
export class StaleVersionError extends UserError {
  @Field(() => Int, {
    nullable: true,
    description:
      "The version that is there now. Null where it moved in the very moment of writing.",
  })
  readonly currentVersion!: number | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A name that can be used once belongs to something else: choose another one.",
})
export class TakenError extends UserError {
  @Field(() => String, { description: "The name that is taken, such as a slug or an SKU." })
  readonly taken!: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A list is longer than it may be.",
})
export class TooManyError extends UserError {
  @Field(() => Int, { description: "How many there are." })
  readonly count!: number;

  @Field(() => Int, { description: "How many there may be." })
  readonly limit!: number;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "It cannot be taken away while something depends on it.",
})
export class InUseError extends UserError {
  @Field(() => Int, { description: "How many things depend on it." })
  readonly uses!: number;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The header `Idempotency-Key` cannot be used for this.",
})
export class IdempotencyError extends UserError {
  @Field(() => Boolean, { description: "Whether the same request may be sent again in a moment." })
  readonly retryable!: boolean;
}

/** Every type of user error; schemas that have mutations list them. */
export const USER_ERROR_TYPES = {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TakenError,
  TooManyError,
  InUseError,
  IdempotencyError,
} as const satisfies Record<string, ClassType<UserError>>;

/** GraphQL writes no larger whole number; of more units than that nobody needs to know the last one. */
const LARGEST_INT = 2_147_483_647;

/** A refusal as it is shown: with the type that its code has, and its place seen from the arguments. */
export const shownRefusal = ({ code, message, path, facts }: Refusal): object => ({
  ...Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "number" ? Math.min(fact, LARGEST_INT) : fact,
    ]),
  ),
  __typename: errorCode(code)?.userError ?? "InvalidInputError",
  retryable: errorCode(code)?.retryable ?? false,
  code,
  message,
  path: ["input", ...path],
});
