import { ArrayMaxSize, IsInt, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { VariantsPayload } from "../../catalog/variants/variants-payload.js";

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
  stockTransfer: {
    input: () => StockTransferInput,
    payload: () => VariantsPayload,
    description:
      "Moves available units from one location to another, all or none. Promised units stay where they are.",
    about: "The locations and the units.",
    items: "items",
  },
  stockTermsSet: {
    input: () => StockTermsSetInput,
    payload: () => VariantsPayload,
    description:
      "Sets how many units of variants are kept back from sale, and at how many available ones their stock is low.",
    about: "The terms.",
    items: "terms",
  },
});

/** The base of the items of mutations of stock. */
@InputType()
abstract class StockTargetInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The id of the location. Null or omitted: the location `default`.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly locationId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the stock item that you have seen, such as `stockVersion`; 0 when there is no stock record. If the current version differs, the item is refused.",
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

  @Field(() => String, {
    nullable: true,
    description: "Why, for the stock ledger. At most 255 characters.",
  })
  @MaxLength(255)
  readonly reason?: string | null;
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

@InputType({ description: "Units of a variant to transfer." })
class StockTransferItemInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, { description: "How many units, at least 1." })
  @IsInt()
  @Min(1)
  @Max(INPUT_LIMITS.units)
  readonly quantity!: number;
}

@InputType({ description: "Moves units between locations." })
class StockTransferInput extends DryRunInput {
  @Field(() => ID, { description: "The id of the location where the units are." })
  @MaxLength(INPUT_LIMITS.id)
  readonly fromLocationId!: string;

  @Field(() => ID, { description: "The id of the location where they go." })
  @MaxLength(INPUT_LIMITS.id)
  readonly toLocationId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, for the stock ledger. At most 255 characters.",
  })
  @MaxLength(255)
  readonly reason?: string | null;

  @Field(() => [StockTransferItemInput], { description: "The units, at most 250 variants." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly StockTransferItemInput[];
}

@InputType({
  description: "The terms of the stock of a variant at a location. Omitted fields stay.",
})
class StockTermsInput extends StockTargetInput {
  @Field(() => Int, {
    nullable: true,
    description: "Units that are kept back from sale, at least 0. 0 for a new stock item.",
  })
  @IsInt()
  @Min(0)
  @Max(INPUT_LIMITS.units)
  readonly safety?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "At this number of available units and below, stock is low. Null: never.",
  })
  @IsInt()
  @Min(0)
  @Max(INPUT_LIMITS.units)
  readonly lowStockAt?: number | null;
}

@InputType({ description: "Sets the terms of stock." })
class StockTermsSetInput extends BulkInput {
  @Field(() => [StockTermsInput], { description: "The stock items, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly terms!: readonly StockTermsInput[];
}
