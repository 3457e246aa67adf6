import { ArrayMaxSize, IsInt, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../bulk.js";
import { LONGEST_ID } from "../../input-limits.js";

const MOST_UNITS = 1_000_000_000;

/** What every mutation of stock says first of a variant. */
@InputType()
export abstract class StockNewsInput {
  @Field(() => ID, { description: "Which variant." })
  @MaxLength(LONGEST_ID)
  readonly variantId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The `stockVersion` that you have seen, 0 where no stock was kept: when another one is there by now, the item is refused.",
  })
  @IsInt()
  @Min(0)
  readonly expectedVersion?: number | null;
}

@InputType({ description: "How many units of a variant were counted." })
export class StockCountItemInput extends StockNewsInput {
  @Field(() => Int, {
    description:
      "The units on the shelf, those promised to buyers included. From here on the quantity is kept, where it was not.",
  })
  @IsInt()
  @Min(-MOST_UNITS)
  @Max(MOST_UNITS)
  readonly onHand!: number;
}

@InputType({ description: "What was counted on the shelf." })
export class StockCountInput extends BulkInput {
  @Field(() => [StockCountItemInput], {
    description: "The variants, at most 250, of any products.",
  })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly counts!: readonly StockCountItemInput[];
}

@InputType({ description: "How many units of a variant came or went." })
export class StockAdjustmentInput extends StockNewsInput {
  @Field(() => Int, {
    description: "`-2` for two broken units, `3` for three that were found. Never 0.",
  })
  @IsInt()
  @Min(-MOST_UNITS)
  @Max(MOST_UNITS)
  readonly by!: number;
}

@InputType({ description: "What came to the shelf or went from it without a sale." })
export class StockAdjustInput extends BulkInput {
  @Field(() => [StockAdjustmentInput], {
    description: "The variants, at most 250, of any products.",
  })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly adjustments!: readonly StockAdjustmentInput[];
}
