import { Field, Int, ObjectType } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { connectionOf } from "../../paging/connection-of.js";
import { PriceListType } from "./price-list-type.js";

@ObjectType("ListPrice", {
  simpleResolvers: true,
  description: "The price of a variant in a price list.",
})
export class ListPriceType {
  @Field(() => PriceListType, {
    nullable: true,
    description: "The price list. Null after it was deleted.",
  })
  readonly priceList!: PriceListView | null;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null after it was deleted.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => Int, {
    description:
      "From how many units on the price of one unit applies: 1, or more for a quantity break.",
  })
  readonly minQuantity!: number;

  @Field(() => MoneyType, { description: "The price of one unit." })
  readonly price!: MoneySource;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "The compare-at price as entered. The shop shows it only while it is higher than the price.",
  })
  readonly compareAtPrice!: MoneySource | null;
}

export const { Connection: ListPriceConnection } = connectionOf(
  "ListPrice",
  "prices of a price list",
  () => ListPriceType,
);
