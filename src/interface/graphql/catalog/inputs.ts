import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { PRODUCT_STATUSES } from "../../../domain/catalog/product.js";
import { enumOf } from "../enum-of.js";
import { Decimal } from "../scalars.js";
import { LONGEST_ID, LONGEST_NAME, LONGEST_SLUG, MOST_ENTRIES } from "../input-limits.js";

export const ProductStatuses = enumOf(PRODUCT_STATUSES);
registerEnumType(ProductStatuses, {
  name: "ProductStatus",
  description: "Where a product stands in its life.",
  valuesConfig: {
    DRAFT: { description: "Being prepared: only staff see it." },
    ACTIVE: { description: "On sale: the shop shows it while its publication lasts." },
    ARCHIVED: { description: "No longer sold: only staff see it." },
  },
});

@InputType({ description: "Which product: give exactly one of these." })
export class ProductBy {
  @Field(() => ID, { nullable: true, description: "The id of the product." })
  @MaxLength(LONGEST_ID)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The product's part of its address." })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string;
}

@InputType({ description: "Which collection: give exactly one of these." })
export class CollectionBy {
  @Field(() => ID, { nullable: true, description: "The id of the collection." })
  @MaxLength(LONGEST_ID)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The collection's part of its address." })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string;
}

@InputType("CollectionFilter", {
  description: "Which collections to list. All conditions that are given hold together.",
})
export class ShopCollectionFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those at the top, which stand below no other one.",
  })
  readonly roots?: boolean | null;

  @Field(() => CollectionBy, { nullable: true, description: "Only those directly below this one." })
  @ValidateNested()
  readonly parent?: CollectionBy | null;
}

@InputType({ description: "A range of prices in the currency of the market, both ends included." })
export class PriceRangeFilter {
  @Field(() => Decimal, { nullable: true, description: "Not cheaper than this." })
  @Matches(/^\d/, { message: "min must not be negative" })
  readonly min?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Not dearer than this." })
  @Matches(/^\d/, { message: "max must not be negative" })
  readonly max?: string | null;
}

/** What lists and the search are narrowed down by alike. */
@InputType()
export abstract class NarrowingInput {
  @Field(() => [String], {
    nullable: true,
    description: "Those that carry at least one of these tags. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly tags?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Those of one of these vendors; an empty text stands for none. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly vendors?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Those of one of these product types; an empty text stands for none. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly productTypes?: readonly string[] | null;

  @Field(() => PriceRangeFilter, {
    nullable: true,
    description:
      "Those of which at least one variant may cost this, in the currency of the market.",
  })
  @ValidateNested()
  readonly price?: PriceRangeFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what can be bought now, or only what cannot.",
  })
  readonly available?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what is reduced, or only what is not.",
  })
  readonly onSale?: boolean | null;
}

@InputType("ProductFilter", {
  description: "Which products to list. All conditions that are given hold together.",
})
export class ProductFilterInput extends NarrowingInput {
  @Field(() => CollectionBy, { nullable: true, description: "Those of one collection." })
  @ValidateNested()
  readonly collection?: CollectionBy | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Words that stand in the title as it was written first, or the beginning of a SKU; `search` finds titles in every language. At most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}
