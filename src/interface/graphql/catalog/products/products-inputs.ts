import { ArrayMaxSize, IsInt, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../bulk.js";
import { LONGEST_ID } from "../../input-limits.js";
import { ProductChangesInput } from "./product-inputs.js";

@InputType({ description: "One product of a change of many." })
export class ProductItemInput {
  @Field(() => ID, { description: "Which product." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that you have seen: when another one is there by now, the item is refused.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;
}

@InputType({ description: "One product, and what is to be different about it." })
export class ProductUpdateItemInput extends ProductItemInput {
  @Field(() => ProductChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: ProductChangesInput;
}

@InputType({ description: "Which products to change, each in its own way." })
export class ProductsUpdateInput extends BulkInput {
  @Field(() => [ProductUpdateItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductUpdateItemInput[];
}
