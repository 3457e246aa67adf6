import { ArrayMaxSize, IsInt, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../bulk.js";
import { LONGEST_ID } from "../../input-limits.js";
import { VariantChangesInput } from "./variant-inputs.js";

@InputType({ description: "One variant of any product, and what is to be different about it." })
export class VariantsUpdateItemInput {
  @Field(() => ID, { description: "Which variant." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of its product that you have seen: when another one is there by now, the item is refused. Items of one product all name the version before the first of them.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;

  @Field(() => VariantChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: VariantChangesInput;
}

@InputType({ description: "Which variants to change, each in its own way." })
export class VariantsUpdateInput extends BulkInput {
  @Field(() => [VariantsUpdateItemInput], {
    description: "The variants, at most 250, of any products, each named once.",
  })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly VariantsUpdateItemInput[];
}
