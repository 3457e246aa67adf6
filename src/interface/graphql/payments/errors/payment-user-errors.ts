import { type ClassType, Field, ObjectType } from "type-graphql";
import type { PaymentBlock, UnpayableReason } from "../../../../domain/payments/errors.js";
import type { Ineligibility } from "../../../../domain/payments/ineligibility.js";
import { UserError } from "../../errors/user-error.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Decimal } from "../../schema/decimal.js";
import { Ineligibilities, PaymentBlocks, UnpayableReasons } from "./payment-blocks.js";

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "This cannot be paid with the payment method. Choose another one.",
})
class PaymentMethodNotEligibleError extends UserError {
  @Field(() => Ineligibilities, { description: "Why it cannot." })
  readonly ineligibility!: Ineligibility;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The order cannot be paid.",
})
class OrderNotPayableError extends UserError {
  @Field(() => UnpayableReasons, { description: "Why it cannot." })
  readonly unpayableReason!: UnpayableReason;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The payment is in no state in which this can be done.",
})
class PaymentNotPossibleError extends UserError {
  @Field(() => PaymentBlocks, { description: "Why it cannot." })
  readonly blockedBy!: PaymentBlock;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "More would be taken or given back than there is.",
})
class AmountExceededError extends UserError {
  @Field(() => Decimal, { description: "The most that is possible." })
  readonly most!: string;

  @Field(() => CurrencyCode, { description: "Its currency." })
  readonly currency!: string;
}

/** The types of user errors about payments. */
export const PAYMENT_USER_ERRORS = {
  PaymentMethodNotEligibleError,
  OrderNotPayableError,
  PaymentNotPossibleError,
  AmountExceededError,
} as const satisfies Record<string, ClassType<UserError>>;
