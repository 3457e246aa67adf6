import { MaxLength } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import { Decimal } from "../../scalars.js";
import { LONGEST_ID } from "../../input-limits.js";

const LONGEST_AMOUNT = 30;

@InputType("ScheduledPriceFilter", { description: "Which price changes to list." })
export class ScheduledPriceFilterInput {
  @Field(() => ID, { nullable: true, description: "Those of the variants of one product." })
  @MaxLength(LONGEST_ID)
  readonly productId?: string | null;
}

@InputType({
  description: "What a variant will cost, and when. Amounts are in the currency of the shop.",
})
export class VariantPriceScheduleInput {
  @Field(() => ID, { description: "Which variant." })
  @MaxLength(LONGEST_ID)
  readonly variantId!: string;

  @Field(() => GraphQLDateTime, {
    description:
      "When the price changes: a time to come, at most five years ahead, with its time zone: `2026-11-27T08:00:00+01:00`.",
  })
  readonly at!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When everything that this changes goes back to what it is until `at`, unless somebody has set another price by then. Left out or null: never.",
  })
  readonly until?: Date | null;

  @Field(() => Decimal, { description: "What it will cost." })
  @MaxLength(LONGEST_AMOUNT)
  readonly price!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The crossed-out price. Left out: it stays as it is then. Null: none.",
  })
  @MaxLength(LONGEST_AMOUNT)
  readonly compareAtPrice?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "What it will cost the merchant. Left out: it stays as it is then. Null: nobody knows.",
  })
  @MaxLength(LONGEST_AMOUNT)
  readonly cost?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Finds out what would happen, and plans nothing.",
  })
  readonly dryRun?: boolean | null;
}

@InputType({ description: "Which price change to take back." })
export class VariantPriceScheduleCancelInput {
  @Field(() => ID, { description: "The id of the scheduled price." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Finds out what would happen, and takes nothing back.",
  })
  readonly dryRun?: boolean | null;
}
