import { ArrayMaxSize, ArrayMinSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { LONGEST_ID, LONGEST_NAME, MOST_ENTRIES } from "../input-limits.js";
import { TrialInput, VersionedInput } from "../mutation-inputs.js";
import { CurrencyCode } from "../scalars.js";

const MOST_LOCALES = 50;
const LONGEST_TAG = 35;

/** What can be said of a market first and later on. */
@InputType()
export abstract class MarketWordsInput {
  @Field(() => String, {
    nullable: true,
    description: "What people call it, 1 to 255 characters. The key when not given, or null.",
  })
  @Length(1, LONGEST_NAME)
  readonly name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The countries that it sells to, by their two letters of ISO 3166-1. Each may belong to one market only.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(2, { each: true })
  readonly countries?: readonly string[] | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency of all its prices: that of its price list.",
  })
  readonly currency?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The languages that it speaks, as BCP 47 tags; the first one where a request names none. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly locales?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether its prices are shown with tax." })
  readonly pricesIncludeTax?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The prices that it sells at. Null: those that variants have themselves, for markets in the currency of the default market.",
  })
  @MaxLength(LONGEST_ID)
  readonly priceListId?: string | null;
}

@InputType({
  description:
    "A market to open. What is left out is as in the default market; the currency as in the price list.",
})
export class MarketInput extends MarketWordsInput {
  @Field(() => String, {
    description:
      "What requests name it by: 1 to 64 lower-case letters, digits and hyphens. No two markets have the same.",
  })
  @MaxLength(LONGEST_ID)
  readonly key!: string;
}

@InputType({ description: "Which market to open." })
export class MarketCreateInput extends TrialInput {
  @Field(() => MarketInput, { description: "The market." })
  @ValidateNested()
  readonly market!: MarketInput;
}

@InputType({
  description:
    "What is to be different about a market. What is left out stays. The default market keeps its currency and its first language.",
})
export class MarketChangesInput extends MarketWordsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "What requests name it by from now on: requests that name the old key are refused.",
  })
  @MaxLength(LONGEST_ID)
  readonly key?: string | null;
}

@InputType({ description: "Which market to close." })
export class MarketDeleteInput extends VersionedInput {
  @Field(() => ID, { description: "Which market." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({ description: "Which market to change, and how." })
export class MarketUpdateInput extends MarketDeleteInput {
  @Field(() => MarketChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: MarketChangesInput;
}
