import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";

@InputType({ description: `Filters variants. ${ALL_CONDITIONS}` })
export class VariantFilterInput {
  @Field(() => ID, { nullable: true, description: "Only variants of this product." })
  @MaxLength(INPUT_LIMITS.id)
  readonly productId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only variants of products of one of these vendors (OR). At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(255, { each: true })
  readonly vendors?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: "Only the variant with exactly this SKU." })
  @MaxLength(255)
  readonly sku?: string | null;

  @Field(() => String, { nullable: true, description: "Only variants with exactly this barcode." })
  @MaxLength(64)
  readonly barcode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only variants with tracked stock. False: only the others.",
  })
  readonly tracked?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "The start of the SKU, or words in the product's title, at most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}
