import { ArrayMaxSize, IsInt, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../application/shared/bulk.js";
import { BulkInput } from "../mutation/bulk-input.js";
import { mutations } from "../mutation/mutations.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { VariantsPayload } from "../catalog/variants/variants-payload.js";

/** What staff can do to the stock of variants. */
export const stockMutations = mutations("inventory", {
  stockCount: {
    input: () => StockCountInput,
    payload: () => VariantsPayload,
    description:
      "Sets stock to counted numbers. For broken or found units use `stockAdjust`: it is correct even when units are sold in between.",
    about: "The counts.",
    items: "counts",
  },
  stockAdjust: {
    input: () => StockAdjustInput,
    payload: () => VariantsPayload,
    description:
      "Adjusts stock by a difference, for units that broke or were found. Promised units stay promised.",
    about: "The adjustments.",
    items: "adjustments",
  },
});

/** The base of the items of mutations of stock. */
@InputType()
abstract class StockTargetInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The `stockVersion` that you have seen, 0 for a variant without a stock record. If the current version differs, the item is refused.",
  })
  @IsInt()
  @Min(0)
  readonly expectedVersion?: number | null;
}

@InputType({ description: "The counted units of a variant." })
class StockCountItemInput extends StockTargetInput {
  @Field(() => Int, {
    description:
      "Units on hand, including units promised to buyers. Stock is tracked from now on if it was not before.",
  })
  @IsInt()
  @Min(-INPUT_LIMITS.units)
  @Max(INPUT_LIMITS.units)
  readonly onHand!: number;
}

@InputType({ description: "Sets stock to counted numbers." })
class StockCountInput extends BulkInput {
  @Field(() => [StockCountItemInput], {
    description: "The variants, at most 250, of any products.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly counts!: readonly StockCountItemInput[];
}

@InputType({ description: "A stock adjustment of a variant." })
class StockAdjustmentInput extends StockTargetInput {
  @Field(() => Int, {
    description: "The difference: `-2` for two broken units, `3` for three found units. Not 0.",
  })
  @IsInt()
  @Min(-INPUT_LIMITS.units)
  @Max(INPUT_LIMITS.units)
  readonly by!: number;
}

@InputType({ description: "Adjusts stock by a difference." })
class StockAdjustInput extends BulkInput {
  @Field(() => [StockAdjustmentInput], {
    description: "The variants, at most 250, of any products.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly adjustments!: readonly StockAdjustmentInput[];
}
