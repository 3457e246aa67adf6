import { ArrayMaxSize, IsInt, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { VariantsPayload } from "../../catalog/variants/variants-payload.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { mutations } from "../../mutation/mutations.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** What staff can do to the own prices of variants. */
export const variantPriceMutations = mutations("pricing", {
  variantPricesSet: {
    input: () => VariantPricesSetInput,
    payload: () => VariantsPayload,
    description:
      "Sets the own prices of variants, which apply wherever no price list has another one. Needs no permission for the catalogue. The history of each product records the change; its version stays.",
    about: "The prices.",
  },
});

@InputType({
  description:
    "The own price of a variant, in the currency of the default market. Omitted fields stay.",
})
class VariantPriceInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the price (`Variant.priceVersion`) that the change is based on; 0 expects that the variant has no price yet. Refused with STALE_VERSION when it has changed since. Omitted or null: not checked.",
  })
  @IsInt()
  @Min(0)
  readonly expectedVersion?: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The price. Null removes it, together with the compare-at price and the cost: the variant is then no longer shown with a price.",
  })
  readonly price?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The compare-at price, shown as a reduction while it is higher. Null: none.",
  })
  readonly compareAtPrice?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the merchant pays. The shop never shows it. Null: unknown.",
  })
  readonly cost?: string | null;
}

@InputType({ description: "Sets own prices of variants." })
class VariantPricesSetInput extends BulkInput {
  @Field(() => [VariantPriceInput], {
    description:
      "The prices, at most 250, of variants of any products, each listed once. Prices of other variants stay.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly VariantPriceInput[];
}
