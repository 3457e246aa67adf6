import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { CaptureMode } from "../../../../domain/payments/method-content.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { CaptureModes } from "./capture-modes.js";
import { PaymentMethodDeletePayload, PaymentMethodPayload } from "./payment-method-payload.js";

export const paymentMethodMutations = mutations("payments", {
  paymentMethodCreate: {
    input: () => PaymentMethodCreateInput,
    payload: () => PaymentMethodPayload,
    description: "Creates a payment method. Buyers see it at once where it is eligible.",
    about: "The method.",
  },
  paymentMethodUpdate: {
    input: () => PaymentMethodUpdateInput,
    payload: () => PaymentMethodPayload,
    description: "Changes a payment method. Orders that were placed with it stay as they are.",
    about: "The method and the changes.",
  },
  paymentMethodDelete: {
    input: () => PaymentMethodDeleteInput,
    payload: () => PaymentMethodDeletePayload,
    description:
      "Deletes a payment method. It is no longer offered; orders that were placed with it keep its key.",
    about: "The id of the method.",
  },
});

const MAX_NAMED = 100;
const MAX_INSTRUCTIONS = 2_000;
const MAX_MINUTES = 60 * 24 * 60;
const LAST_POSITION = 1_000_000;

@InputType({ description: "The texts of a payment method in one language." })
class PaymentMethodTranslationInput {
  @Field(() => String, { description: "The language as a BCP 47 tag: `de`, `de-AT`, `zh-Hant`." })
  @MaxLength(INPUT_LIMITS.localeTag)
  readonly locale!: string;

  @Field(() => String, { nullable: true, description: "The name, 1 to 255 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The instructions as plain text, at most 2,000 characters.",
  })
  @MaxLength(MAX_INSTRUCTIONS)
  readonly instructions?: string | null;
}

@InputType({
  description:
    "Between which totals a payment method is offered, in one currency. Both are included.",
})
class PaymentMethodTotalInput {
  @Field(() => CurrencyCode, { description: "The currency." })
  readonly currency!: string;

  @Field(() => Decimal, { nullable: true, description: "The lowest total. Null or omitted: any." })
  readonly minimum?: string | null;

  @Field(() => Decimal, { nullable: true, description: "The highest total. Null or omitted: any." })
  readonly maximum?: string | null;
}

/** What both new and existing methods can have. */
@InputType()
abstract class PaymentMethodSettingsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The name that buyers read, 1 to 255 characters. Null or omitted at creation: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What the buyer has to do, such as where to transfer the money to: plain text, at most 2,000 characters.",
  })
  @MaxLength(MAX_INSTRUCTIONS)
  readonly instructions?: string | null;

  @Field(() => [PaymentMethodTranslationInput], {
    nullable: true,
    description: "All its texts in other languages, at most 50.",
  })
  @ArrayMaxSize(INPUT_LIMITS.locales)
  @ValidateNested({ each: true })
  readonly translations?: readonly PaymentMethodTranslationInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of the gateway, such as `stripe`. Null: the money comes outside of the shop.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly gateway?: string | null;

  @Field(() => CaptureModes, {
    nullable: true,
    description: "When the money is taken. Default `AUTOMATIC`.",
  })
  readonly capture?: CaptureMode | null;

  @Field(() => [ID], {
    nullable: true,
    description: "All markets that it is offered in, at most 100. Empty or null: in all markets.",
  })
  @ArrayMaxSize(MAX_NAMED)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly marketIds?: readonly string[] | null;

  @Field(() => [CurrencyCode], {
    nullable: true,
    description:
      "All currencies that it is offered in, at most 100. Empty or null: in all of them.",
  })
  @ArrayMaxSize(MAX_NAMED)
  readonly currencies?: readonly string[] | null;

  @Field(() => [PaymentMethodTotalInput], {
    nullable: true,
    description:
      "Between which totals it is offered: at most one entry for each currency, 100 in all. Empty or null: for any total.",
  })
  @ArrayMaxSize(MAX_NAMED)
  @ValidateNested({ each: true })
  readonly totals?: readonly PaymentMethodTotalInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "For how many minutes the units of an order are held until it is paid, 1 to 86,400. Default at creation: 30 with a gateway, otherwise 4,320.",
  })
  @IsInt()
  @Min(1)
  @Max(MAX_MINUTES)
  readonly payWithinMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its place in the list, 0 to 1,000,000: smaller numbers come first. Omitted at creation: behind the others.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_POSITION)
  readonly position?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is offered at all. Default true.",
  })
  readonly isEnabled?: boolean | null;
}

@InputType({ description: "A new payment method." })
class PaymentMethodInput extends PaymentMethodSettingsInput {
  @Field(() => String, {
    description: "The key for programs: 1 to 64 lower-case letters, digits and hyphens. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;
}

@InputType({ description: "Creates a payment method." })
class PaymentMethodCreateInput extends DryRunInput {
  @Field(() => PaymentMethodInput, { description: "The method." })
  @ValidateNested()
  readonly method!: PaymentMethodInput;
}

@InputType({
  description: "Changes to a payment method. Omitted fields stay; a list replaces the whole list.",
})
class PaymentMethodChangesInput extends PaymentMethodSettingsInput {
  @Field(() => String, { nullable: true, description: "The new key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;
}

const PaymentMethodTargetInput = targetInput("The id of the payment method.");

@InputType({ description: "Changes a payment method." })
class PaymentMethodUpdateInput extends PaymentMethodTargetInput {
  @Field(() => PaymentMethodChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: PaymentMethodChangesInput;
}

@InputType({ description: "Deletes a payment method." })
class PaymentMethodDeleteInput extends PaymentMethodTargetInput {}
