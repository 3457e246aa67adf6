import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import type { ProductStatus } from "../../../../domain/catalog/product.js";
import { BulkInput } from "../../bulk.js";
import { LONGEST_NAME, LONGEST_SLUG, MOST_ENTRIES } from "../../input-limits.js";
import { TrialInput } from "../../mutation-inputs.js";
import { ProductStatuses } from "../inputs.js";
import { MediaDraftInput } from "../parts/media-inputs.js";
import { MetafieldInput } from "../metafields/metafield-inputs.js";
import { OptionDraftInput } from "../parts/option-inputs.js";
import { ProductTargetInput, ProductTextsInput } from "./product-inputs.js";
import { VariantDraftInput } from "../parts/variant-inputs.js";

@InputType({ description: "A new product. Only the title is needed." })
export class ProductDraftInput extends ProductTextsInput {
  @Field(() => String, { description: "What the product is called, 1 to 255 characters." })
  @Length(1, LONGEST_NAME)
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The product's part of its address. Made from the title when not given, with a number behind it where that is taken.",
  })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string | null;

  @Field(() => ProductStatuses, {
    nullable: true,
    description:
      "Where the product stands in its life. DRAFT when not given. The shop shows it only once it is published.",
  })
  readonly status?: ProductStatus | null;

  @Field(() => [OptionDraftInput], {
    nullable: true,
    description:
      "What buyers choose by, at most 10 options. Without any, the product offers no choice.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionDraftInput[] | null;

  @Field(() => [VariantDraftInput], {
    nullable: true,
    description:
      "What can be bought, in order, at most 250. A product that offers no choice gets one variant also when none is given.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly variants?: readonly VariantDraftInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether every combination of the options that no given variant stands for gets a variant too; there are at most 250 combinations then.",
  })
  readonly generateVariants?: boolean | null;

  @Field(() => [MediaDraftInput], {
    nullable: true,
    description: "The images in their order, at most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly media?: readonly MediaDraftInput[] | null;

  @Field(() => [MetafieldInput], {
    nullable: true,
    description: "The custom fields with their values, at most 250. Each has to be declared.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly metafields?: readonly MetafieldInput[] | null;
}

@InputType({ description: "What is to be put into the catalogue." })
export class ProductCreateInput extends TrialInput {
  @Field(() => ProductDraftInput, { description: "The new product." })
  @ValidateNested()
  readonly product!: ProductDraftInput;
}

@InputType({ description: "What is to be put into the catalogue, product by product." })
export class ProductsCreateInput extends BulkInput {
  @Field(() => [ProductDraftInput], { description: "The new products, at most 250." })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductDraftInput[];
}

@InputType({ description: "Which product to copy, and what the copy is called." })
export class ProductDuplicateInput extends ProductTargetInput {
  @Field(() => String, {
    nullable: true,
    description:
      "What the copy is called, 1 to 255 characters. The title with `(copy)` behind it when not given.",
  })
  @Length(1, LONGEST_NAME)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The copy's part of its address. When not given: what the given title suggests, or without one that of the product with `-copy` behind it; with a number where that is taken.",
  })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string | null;
}
