import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { PublicationState } from "../../../../application/catalog/ports/product-list.js";
import type { ProductStatus } from "../../../../domain/catalog/products/product-content.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { PublicationStates } from "../publication/publication-states.js";
import { ONE_VARIANT } from "./common-filter-input.js";
import { ProductStatuses } from "./product-statuses.js";
import { ShopProductFilterInput } from "./shop-product-filter-input.js";

@InputType("ProductFilter", {
  description: `Filters products. ${ALL_CONDITIONS} ${ONE_VARIANT}`,
})
export class AdminProductFilterInput extends ShopProductFilterInput {
  @Field(() => [ProductStatuses], {
    nullable: true,
    description: "Only products with one of these statuses (OR). Default: all.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly statuses?: readonly ProductStatus[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: "Only products created in this period.",
  })
  @ValidateNested()
  readonly created?: PeriodInput | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: "Only products last changed in this period.",
  })
  @ValidateNested()
  readonly updated?: PeriodInput | null;

  @Field(() => PublicationStates, {
    nullable: true,
    description: "Only products whose publication has this state now.",
  })
  readonly publication?: PublicationState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only products with a variant that has a price. False: only those without.",
  })
  readonly priced?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only products with an image. False: only those without.",
  })
  readonly pictured?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Only the product with a variant that has exactly this SKU.",
  })
  @MaxLength(255)
  readonly sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only products with a variant that has exactly this barcode.",
  })
  @MaxLength(64)
  readonly barcode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only products with texts missing in this language (a BCP 47 tag such as `de`), as in `translations { missing }`.",
  })
  @MaxLength(INPUT_LIMITS.localeTag)
  readonly untranslatedIn?: string | null;
}

@InputType({ description: "A period. Both ends must hold (AND); an omitted end is open." })
export class PeriodInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: "Start, inclusive." })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "End, exclusive." })
  readonly until?: Date | null;
}
