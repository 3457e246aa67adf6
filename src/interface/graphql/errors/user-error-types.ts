import { type ClassType, Field, ID, Int, ObjectType } from "type-graphql";
import { CurrencyCode } from "../schema/currency-code.js";
import { Decimal } from "../schema/decimal.js";
import { UserError } from "./user-error.js";

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The input breaks a rule; the message names it.",
})
class InvalidInputError extends UserError {}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Something that the input refers to does not exist.",
})
class NotFoundError extends UserError {
  @Field(() => String, { description: "What was not found, as given in the input." })
  readonly missing!: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The object was changed since it was read. Read it again and repeat the change.",
})
class StaleVersionError extends UserError {
  @Field(() => Int, {
    nullable: true,
    description: "The current version. Null when it changed at the moment of writing.",
  })
  readonly currentVersion!: number | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A unique name is in use: choose another one.",
})
class TakenError extends UserError {
  @Field(() => String, { description: "The name that is in use, such as a slug or an SKU." })
  readonly taken!: string;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A list has too many entries.",
})
class TooManyError extends UserError {
  @Field(() => Int, { description: "Number of entries given." })
  readonly count!: number;

  @Field(() => Int, { description: "Maximum number of entries." })
  readonly limit!: number;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "It cannot be deleted while something uses it.",
})
class InUseError extends UserError {
  @Field(() => Int, { description: "Number of things that use it." })
  readonly uses!: number;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The header `Idempotency-Key` cannot be used for this request.",
})
class IdempotencyError extends UserError {
  @Field(() => Boolean, { description: "Whether the same request may be sent again shortly." })
  readonly retryable!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "There are fewer units of a variant than requested.",
})
class InsufficientStockError extends UserError {
  @Field(() => ID, {
    nullable: true,
    description: "The id of the variant. Null when it is in the input.",
  })
  readonly variantId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The units that can be sold. Null when unknown, and when the shop does not tell (`PLINTH_STOCK_SHOWN`); at most what it tells.",
  })
  readonly available!: number | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The cart is no longer open.",
})
class CartClosedError extends UserError {
  @Field(() => ID, {
    nullable: true,
    description: "The id of the order that was placed from it. Null when there is none.",
  })
  readonly orderId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The id of the cart that has its lines. Null when an order was placed.",
  })
  readonly mergedInto!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The total is another one than the buyer saw.",
})
class PriceChangedError extends UserError {
  @Field(() => Decimal, { description: "The total that the buyer saw." })
  readonly was!: string;

  @Field(() => Decimal, { description: "The total now." })
  readonly now!: string;

  @Field(() => CurrencyCode, { description: "The currency of the total now." })
  readonly currency!: string;

  @Field(() => CurrencyCode, {
    description:
      "The currency of the total that the buyer saw. Another one when the market of the cart changed its currency, or was deleted.",
  })
  readonly wasCurrency!: string;
}

/** Every type of user error with these contexts, by its name. */
export const userErrorTypesOf = (
  contexts: readonly { readonly userErrors?: Readonly<Record<string, ClassType<UserError>>> }[],
): Readonly<Record<string, ClassType<UserError>>> =>
  Object.assign({}, USER_ERROR_TYPES, ...contexts.map(({ userErrors }) => userErrors)) as Record<
    string,
    ClassType<UserError>
  >;

/** The types of user errors that belong to no context; schemas that have mutations list them. */
export const USER_ERROR_TYPES = {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TakenError,
  TooManyError,
  InUseError,
  IdempotencyError,
  InsufficientStockError,
  CartClosedError,
  PriceChangedError,
} as const satisfies Record<string, ClassType<UserError>>;
