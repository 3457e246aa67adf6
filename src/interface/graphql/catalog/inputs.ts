import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { COLLECTION_SORT_KEYS, PRODUCT_SORT_KEYS, type CollectionList, type ProductSortKey } from "../../../application/catalog/ports.js";
import { PRODUCT_STATUSES, type ProductStatus } from "../../../domain/catalog/product.js";
import { enumOf } from "../enum-of.js";
import { Decimal } from "../scalars.js";

const MOST_ENTRIES = 250;
const LONGEST_NAME = 255;
const LONGEST_SLUG = 200;
const LONGEST_ID = 64;

export const ProductSortKeys = enumOf(PRODUCT_SORT_KEYS);
registerEnumType(ProductSortKeys, {
  name: "ProductSortKey",
  description: "What products are put in order by.",
  valuesConfig: {
    TITLE: { description: "By title, from A to Z, without regard to case and accents." },
    PRICE: { description: "By lowest price, the cheapest first. Products without a price come last." },
    CREATED: { description: "By the moment they were added, the oldest first." },
    MANUAL: { description: "As the merchant has arranged them in the collection of the filter. Without one: as CREATED." },
  },
});

export const CollectionSortKeys = enumOf(COLLECTION_SORT_KEYS);
registerEnumType(CollectionSortKeys, {
  name: "CollectionSortKey",
  description: "What collections are put in order by.",
  valuesConfig: {
    TITLE: { description: "By title, from A to Z, without regard to case and accents." },
    CREATED: { description: "By the moment they were added, the oldest first." },
  },
});

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

@InputType({ description: "A range of prices in the currency of the shop, both ends included." })
export class PriceRangeFilter {
  @Field(() => Decimal, { nullable: true, description: "Not cheaper than this." })
  @Matches(/^\d/, { message: "min must not be negative" })
  readonly min?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Not dearer than this." })
  @Matches(/^\d/, { message: "max must not be negative" })
  readonly max?: string | null;
}

@InputType("ProductFilter", { description: "Which products to list. All conditions that are given hold together." })
export class ProductFilterInput {
  @Field(() => CollectionBy, { nullable: true, description: "Those of one collection." })
  @ValidateNested()
  readonly collection?: CollectionBy | null;

  @Field(() => [String], { nullable: true, description: "Those that carry at least one of these tags. At most 250." })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly tags?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "Those of one of these vendors. At most 250." })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly vendors?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "Those of one of these product types. At most 250." })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly productTypes?: readonly string[] | null;

  @Field(() => PriceRangeFilter, { nullable: true, description: "Those of which at least one variant may cost this." })
  @ValidateNested()
  readonly price?: PriceRangeFilter | null;

  @Field(() => Boolean, { nullable: true, description: "Only what can be bought now, or only what cannot." })
  readonly available?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Only what is reduced, or only what is not." })
  readonly onSale?: boolean | null;

  @Field(() => String, { nullable: true, description: "Words that stand in the title, or the beginning of a SKU. At most 200 characters." })
  @MaxLength(200)
  readonly text?: string | null;
}

@InputType("ProductFilter", { description: "Which products to list. All conditions that are given hold together." })
export class AdminProductFilterInput extends ProductFilterInput {
  @Field(() => [ProductStatuses], { nullable: true, description: "Those in one of these states. All of them when not given." })
  @ArrayMaxSize(MOST_ENTRIES)
  readonly statuses?: readonly ProductStatus[] | null;
}

@InputType("ProductSort", { description: "How to put products in order." })
export class ProductSortInput {
  @Field(() => ProductSortKeys, { description: "What to go by." })
  readonly key!: ProductSortKey;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether to turn the order round." })
  readonly reverse?: boolean | null;
}

@InputType("CollectionSort", { description: "How to put collections in order." })
export class CollectionSortInput {
  @Field(() => CollectionSortKeys, { description: "What to go by." })
  readonly key!: CollectionList["sort"]["key"];

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether to turn the order round." })
  readonly reverse?: boolean | null;
}
