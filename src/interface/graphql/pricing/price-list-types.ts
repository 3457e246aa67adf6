import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { ListPriceView, PriceListView } from "../../../application/pricing/ports.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { VariantSource } from "../catalog/shown-variants.js";
import { AdminVariant } from "../catalog/admin-types.js";
import { connectionOf, type ConnectionSource } from "../connection.js";
import { MoneyType, shownMoney, type MoneySource } from "../money.js";
import { Node } from "../node.js";
import { CurrencyCode } from "../scalars.js";

@ObjectType("PriceList", {
  implements: Node,
  simpleResolvers: true,
  description: "Prices of variants in one currency, for the markets that sell at them.",
})
export class PriceListType extends Node {
  @Field(() => String, { description: "What programs name it by. It cannot be changed." })
  readonly key!: string;

  @Field(() => String, { description: "What people call it." })
  readonly name!: string;

  @Field(() => CurrencyCode, {
    description: "The currency of all its prices. It cannot be changed.",
  })
  readonly currency!: string;

  @Field(() => Boolean, {
    description:
      "Whether markets may use it: what every product costs in it has been worked out. At once in a small shop, after a while in a large one.",
  })
  readonly isReady!: boolean;

  @Field(() => ListPriceConnection, {
    description:
      "Its prices, in the order in which the variants were added. What is not in it costs what the variant costs by itself, provided that both are in the same currency; otherwise it cannot be bought at this list.",
  })
  readonly prices!: ConnectionSource<ListPriceSource>;

  @Field(() => Int, {
    description:
      "Grows when the list is changed, but not with its prices: those belong to the products.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was made." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}

@ObjectType("ListPrice", {
  simpleResolvers: true,
  description: "What a variant costs in a price list.",
})
export class ListPriceType {
  @Field(() => PriceListType, {
    nullable: true,
    description: "The price list. Null once it is deleted.",
  })
  readonly priceList!: PriceListView | null;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null once it is deleted.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => MoneyType, { description: "What it costs." })
  readonly price!: MoneySource;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "The crossed-out price as it was entered. Buyers see it only while it stands above the price.",
  })
  readonly compareAtPrice!: MoneySource | null;
}

/** What a price in a list is answered from. */
export interface ListPriceSource {
  readonly priceListId: PriceListId;
  readonly variantId: VariantId;
  readonly price: MoneySource;
  readonly compareAtPrice: MoneySource | null;
}

export const shownListPrice = ({
  priceList: priceListId,
  variantId,
  price,
  compareAt,
}: ListPriceView): ListPriceSource => ({
  priceListId,
  variantId,
  price: shownMoney(price),
  compareAtPrice: compareAt && shownMoney(compareAt),
});

export const { Connection: ListPriceConnection } = connectionOf(
  "ListPrice",
  "prices in a price list",
  () => ListPriceType,
);
