import { GraphQLDateTime } from "graphql-scalars";
import { MaxLength } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { MarketView, PriceListView } from "../../../application/pricing/ports.js";
import { LONGEST_ID } from "../input-limits.js";
import { Node } from "../node.js";
import { CurrencyCode } from "../scalars.js";
import { PriceListType } from "./price-list-types.js";

/** What the shop and its staff both see of a market. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class MarketFields extends Node {
  @Field(() => String, {
    description: "What the header `Plinth-Market` names it by, such as `ch`.",
  })
  readonly key!: string;

  @Field(() => String, { description: "What people call it." })
  readonly name!: string;

  @Field(() => [String], {
    description:
      "The countries that it sells to, by their two letters of ISO 3166-1, such as `CH`. No country belongs to two markets. Empty where nobody has said.",
  })
  readonly countries!: readonly string[];

  @Field(() => CurrencyCode, { description: "The currency of all prices in it." })
  readonly currency!: string;

  @Field(() => [String], {
    description:
      "The languages that it speaks, as BCP 47 tags: any of them may stand in the header `Plinth-Locale`.",
  })
  readonly locales!: readonly string[];

  @Field(() => String, { description: "The language of answers to requests that name none." })
  readonly defaultLocale!: string;

  @Field(() => Boolean, { description: "Whether its prices are shown with tax." })
  readonly pricesIncludeTax!: boolean;

  @Field(() => Boolean, { description: "Whether it is the market of requests that name none." })
  readonly isDefault!: boolean;
}

@ObjectType("Market", {
  simpleResolvers: true,
  description: "Where the shop sells: to which countries, in which currency and languages.",
})
export class ShopMarket extends MarketFields {}

@ObjectType("Market", {
  simpleResolvers: true,
  description:
    "Where the shop sells: to which countries, in which currency and languages, at which prices.",
})
export class AdminMarket extends MarketFields {
  @Field(() => PriceListType, {
    nullable: true,
    description: "The prices that it sells at. Null: those that variants have themselves.",
  })
  readonly priceList!: PriceListView | null;

  @Field(() => Int, {
    description: "Grows with each change; send it along to change only what you have seen.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was opened." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}

/** What a market is answered from. */
export interface MarketSource extends Omit<MarketView, "priceList"> {
  readonly defaultLocale: string;
  readonly priceListId: MarketView["priceList"];
}

export const shownMarket = ({ priceList: priceListId, ...market }: MarketView): MarketSource => ({
  ...market,
  priceListId,
  defaultLocale: market.locales[0] ?? "",
});

@InputType({ description: "Which market: give exactly one of these." })
export class MarketBy {
  @Field(() => ID, { nullable: true, description: "The id of the market." })
  @MaxLength(LONGEST_ID)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "What requests name it by." })
  @MaxLength(LONGEST_ID)
  readonly key?: string;

  @Field(() => String, {
    nullable: true,
    description: "A country that it sells to, by its two letters of ISO 3166-1.",
  })
  @MaxLength(2)
  readonly country?: string;
}
