import type { MarketView } from "../../../../application/pricing/ports/markets.js";

export const presentMarket = ({ priceList: priceListId, ...market }: MarketView): MarketSource => ({
  ...market,
  priceListId,
  defaultLocale: market.locales[0] ?? "",
});

/** What a market is answered from. */
export interface MarketSource extends Omit<MarketView, "priceList"> {
  readonly defaultLocale: string;
  readonly priceListId: MarketView["priceList"];
}
