import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../bulk.js";
import { MOST_ENTRIES } from "../../input-limits.js";
import { ProductTargetInput } from "./product-inputs.js";
import { ProductItemInput } from "./products-inputs.js";

const LONGEST_TAG = 255;
const FROM =
  "From when on, with its time zone: `2026-11-27T08:00:00+01:00`. Left out: from now on; what the shop shows already stays as it is.";
const UNTIL =
  "Until when, exclusive. Left out: as it is, without end where that is over. Null: without end.";
const TAGS = "The tags, at most 250, compared without regard to case and accents.";

/** What every mutation says that does the same to many products. */
@InputType()
abstract class ProductItemsInput extends BulkInput {
  @Field(() => [ProductItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductItemInput[];
}

@InputType({ description: "Which product the shop is to show, and when." })
export class ProductPublishInput extends ProductTargetInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: FROM })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: UNTIL })
  readonly until?: Date | null;
}

@InputType({ description: "Which product the shop is no longer to show." })
export class ProductUnpublishInput extends ProductTargetInput {}

@InputType({ description: "Which product to lay away." })
export class ProductArchiveInput extends ProductTargetInput {}

@InputType({ description: "Which product to take out of the archive." })
export class ProductUnarchiveInput extends ProductTargetInput {}

@InputType({ description: "Which product to take away for good." })
export class ProductDeleteInput extends ProductTargetInput {}

@InputType({ description: "Which product to put tags on." })
export class ProductTagsAddInput extends ProductTargetInput {
  @Field(() => [String], { description: TAGS })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly tags!: readonly string[];
}

@InputType({ description: "Which product to take tags off." })
export class ProductTagsRemoveInput extends ProductTargetInput {
  @Field(() => [String], { description: TAGS })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly tags!: readonly string[];
}

@InputType({ description: "Which products the shop is to show, and when." })
export class ProductsPublishInput extends ProductItemsInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: FROM })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: UNTIL })
  readonly until?: Date | null;
}

@InputType({ description: "Which products the shop is no longer to show." })
export class ProductsUnpublishInput extends ProductItemsInput {}

@InputType({ description: "Which products to lay away." })
export class ProductsArchiveInput extends ProductItemsInput {}

@InputType({ description: "Which products to take out of the archive." })
export class ProductsUnarchiveInput extends ProductItemsInput {}

@InputType({ description: "Which products to take away for good." })
export class ProductsDeleteInput extends ProductItemsInput {}

@InputType({ description: "Which products to put tags on." })
export class ProductsTagsAddInput extends ProductItemsInput {
  @Field(() => [String], { description: TAGS })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly tags!: readonly string[];
}

@InputType({ description: "Which products to take tags off." })
export class ProductsTagsRemoveInput extends ProductItemsInput {
  @Field(() => [String], { description: TAGS })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly tags!: readonly string[];
}
