import { Field, Int, ObjectType } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { OutsideFallback } from "../../../../domain/pricing/markets/market-checkout-terms.js";
import type { MarketTaxTerms } from "../../../../domain/pricing/markets/market-tax-terms.js";
import type { TaxRounding } from "../../../../domain/pricing/tax/tax-amounts.js";
import { Cost } from "../../schema/cost.js";
import { versioned } from "../../schema/versioned.js";
import { PriceListType } from "../price-lists/price-list-type.js";
import { MarketFields } from "./market-fields.js";
import { DomesticAddressType } from "./domestic-address-type.js";
import { OutsideFallbacks } from "./outside-fallbacks.js";
import { type PayableRoundingSource, PayableRoundingType } from "./payable-rounding-type.js";
import { TaxRoundingType } from "./tax-rounding-type.js";

@ObjectType("Market", {
  simpleResolvers: true,
  description:
    "A market: the countries the shop sells to, with currency, languages and price list.",
})
export class AdminMarket extends versioned(MarketFields) {
  @Field(() => PriceListType, {
    nullable: true,
    description: "Its price list. Null: the variants' own prices apply.",
  })
  readonly priceList!: PriceListView | null;

  @Field(() => TaxRoundingType, { description: "How taxes are rounded in it." })
  readonly taxRounding!: TaxRounding;

  @Field(() => DomesticAddressType, {
    nullable: true,
    description:
      "Whose taxes count before the address of a buyer is known, and are taken out of prices with tax for buyers who owe none. Null: the first of `countries`.",
  })
  readonly domesticAddress!: MarketTaxTerms["domesticAddress"];

  @Cost({ items: 1 })
  @Field(() => [PayableRoundingType], {
    description: "How the amount to pay is rounded, at most 20. Empty: not at all.",
  })
  readonly payableRoundings!: readonly PayableRoundingSource[];

  @Field(() => OutsideFallbacks, {
    description:
      "Whether orders are placed on an estimate while a tax provider or carrier does not answer.",
  })
  readonly outsideFallback!: OutsideFallback;

  @Field(() => Int, {
    nullable: true,
    description:
      "For how many minutes after its last change a cart keeps its units. Null: units are reserved when the order is placed.",
  })
  readonly cartReservationMinutes!: number | null;
}
