import { MaxLength } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ScheduledPricePayload } from "./scheduled-price-payload.js";

export const scheduledPriceMutations = mutations("pricing", {
  variantPriceSchedule: {
    input: () => VariantPriceScheduleInput,
    payload: () => ScheduledPricePayload,
    description:
      "Schedules a price change of a variant: permanent, or for a period such as a sale.",
    about: "The variant, the price and the times.",
  },
  variantPriceScheduleCancel: {
    input: () => VariantPriceScheduleCancelInput,
    payload: () => ScheduledPricePayload,
    description:
      "Cancels a scheduled price together with its end. When only the end is still to come, the current price stays.",
    about: "The scheduled price.",
  },
});

const MAX_AMOUNT_LENGTH = 30;

@InputType({
  description: "Schedules a price of a variant. Amounts are in the currency of the default market.",
})
class VariantPriceScheduleInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => GraphQLDateTime, {
    description:
      "When the price changes: in the future, at most five years ahead, with time zone: `2026-11-27T08:00:00+01:00`.",
  })
  readonly at!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the previous values are restored, unless another price was set meanwhile. Omitted or null: never.",
  })
  readonly until?: Date | null;

  @Field(() => Decimal, { description: "The new price." })
  @MaxLength(MAX_AMOUNT_LENGTH)
  readonly price!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The compare-at price. Omitted: unchanged. Null: none.",
  })
  @MaxLength(MAX_AMOUNT_LENGTH)
  readonly compareAtPrice?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the merchant will pay. Omitted: unchanged. Null: unknown.",
  })
  @MaxLength(MAX_AMOUNT_LENGTH)
  readonly cost?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "When true, validates the request and returns what would happen, without scheduling anything.",
  })
  readonly dryRun?: boolean | null;
}

@InputType({ description: "Cancels a scheduled price." })
class VariantPriceScheduleCancelInput {
  @Field(() => ID, { description: "The id of the scheduled price." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "When true, validates the request and returns what would happen, without cancelling anything.",
  })
  readonly dryRun?: boolean | null;
}
