import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { MOST_ITEMS } from "../../../application/shared/bulk.js";
import { BulkInput } from "../bulk.js";
import { LONGEST_ID, LONGEST_NAME } from "../input-limits.js";
import { TrialInput, VersionedInput } from "../mutation-inputs.js";
import { CurrencyCode, Decimal } from "../scalars.js";

@InputType({ description: "A price list to make." })
export class PriceListInput {
  @Field(() => String, {
    description:
      "What programs name it by: 1 to 64 lower-case letters, digits and hyphens. It cannot be changed later.",
  })
  @MaxLength(LONGEST_ID)
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description: "What people call it, 1 to 255 characters. The key when not given.",
  })
  @Length(1, LONGEST_NAME)
  readonly name?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description:
      "The currency of all its prices; that of the default market when not given. It cannot be changed later.",
  })
  readonly currency?: string | null;
}

@InputType({ description: "Which price list to make." })
export class PriceListCreateInput extends TrialInput {
  @Field(() => PriceListInput, { description: "The price list." })
  @ValidateNested()
  readonly priceList!: PriceListInput;
}

@InputType({ description: "What is to be different about a price list. What is left out stays." })
export class PriceListChangesInput {
  @Field(() => String, {
    nullable: true,
    description: "What people call it, 1 to 255 characters. Null: the key.",
  })
  @Length(1, LONGEST_NAME)
  readonly name?: string | null;
}

@InputType({ description: "Which price list to take away." })
export class PriceListDeleteInput extends VersionedInput {
  @Field(() => ID, { description: "Which price list." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({ description: "Which price list to change, and how." })
export class PriceListUpdateInput extends PriceListDeleteInput {
  @Field(() => PriceListChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: PriceListChangesInput;
}

@InputType({ description: "Which variant." })
export class ListPriceTargetInput {
  @Field(() => ID, { description: "Which variant." })
  @MaxLength(LONGEST_ID)
  readonly variantId!: string;
}

@InputType({ description: "What a variant is to cost in a price list." })
export class ListPriceInput extends ListPriceTargetInput {
  @Field(() => Decimal, { description: "What it costs, in the currency of the list." })
  readonly price!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The crossed-out price. Null or left out: none.",
  })
  readonly compareAtPrice?: string | null;
}

@InputType({ description: "Which prices a price list is to have." })
export class PriceListPricesSetInput extends BulkInput {
  @Field(() => ID, { description: "Which price list." })
  @MaxLength(LONGEST_ID)
  readonly priceListId!: string;

  @Field(() => [ListPriceInput], {
    description:
      "The prices, at most 250, of variants of any products, each named once. Variants that are not named keep theirs.",
  })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ListPriceInput[];
}

@InputType({ description: "Which prices a price list is to have no longer." })
export class PriceListPricesRemoveInput extends BulkInput {
  @Field(() => ID, { description: "Which price list." })
  @MaxLength(LONGEST_ID)
  readonly priceListId!: string;

  @Field(() => [ListPriceTargetInput], {
    description: "The variants, at most 250, of any products, each named once.",
  })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ListPriceTargetInput[];
}
