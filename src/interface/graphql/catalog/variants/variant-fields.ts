import { Field, Int, ObjectType } from "type-graphql";
import type {
  UnitPriceMeasure,
  VariantProperties,
} from "../../../../domain/catalog/variants/variant.js";
import { type MediaSource, MediaType } from "../../media/media-type.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { TaxedPriceType } from "../../pricing/taxed-prices/taxed-price-type.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { SelectedOption } from "./selected-option.js";
import { UnitPriceMeasureType } from "./unit-price-measure-type.js";
import { Weight } from "./weight.js";

/** The properties of a variant that only staff may see. */
type StaffOnly = "tracked" | "soldOutPolicy" | "taxable" | "taxCode";

/** The fields of a variant in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class VariantFields extends Node implements Omit<VariantProperties, StaffOnly> {
  @Field(() => String, {
    nullable: true,
    description: "The SKU, unique in the shop.",
  })
  readonly sku!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The barcode: EAN, UPC or ISBN.",
  })
  readonly barcode!: string | null;

  @Cost({ items: 2, each: 0.25 })
  @Field(() => [SelectedOption], {
    description: "The values of this variant, one per option: size M, colour red.",
  })
  readonly optionValues!: readonly SelectedOption[];

  @Field(() => MoneyType, {
    nullable: true,
    description: "The price. Null when none is set.",
  })
  readonly price!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The compare-at price. Null unless it is higher than the price.",
  })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => TaxedPriceType, {
    nullable: true,
    description: "The price with and without tax. Null when none is set.",
  })
  readonly taxedPrice!: TaxedPriceType | null;

  @Field(() => TaxedPriceType, {
    nullable: true,
    description:
      "The compare-at price with and without tax. Null unless it is higher than the price.",
  })
  readonly taxedCompareAtPrice!: TaxedPriceType | null;

  @Field(() => Boolean, { description: "Whether the price is lower than the compare-at price." })
  readonly onSale!: boolean;

  @Field(() => Boolean, { description: "Whether it can be bought now." })
  readonly available!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Units that can be bought now. Null when stock is not tracked. In the shop API the setting `PLINTH_STOCK_SHOWN` decides how exact it is: at most its number, or 0 when sold out and null otherwise.",
  })
  readonly stock!: number | null;

  @Field(() => Boolean, {
    description: "Whether it is shipped, unlike a download or a service.",
  })
  readonly requiresShipping!: boolean;

  @Field(() => Weight, {
    nullable: true,
    description: "The weight. Null when unknown.",
  })
  readonly weight!: Weight | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "The price of the quantity `base` of `unitPriceMeasure`, such as the price of 1 l, as `price` is with or without tax. Null without a price, without a measure, and where its two units cannot be converted into each other.",
  })
  readonly unitPrice!: MoneySource | null;

  @Field(() => UnitPriceMeasureType, {
    nullable: true,
    description:
      "The measures of `unitPrice`, where the law requires one. Null when the variant has none.",
  })
  readonly unitPriceMeasure!: UnitPriceMeasure | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The country that it comes from, as an ISO 3166-1 alpha-2 code such as `PT`. Null when unknown.",
  })
  readonly countryOfOrigin!: string | null;

  @Field(() => MediaType, {
    nullable: true,
    description: "The variant's own image. Null when it has none: use the product's image.",
  })
  readonly image!: MediaSource | null;
}
