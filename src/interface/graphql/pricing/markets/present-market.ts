import type { MarketView } from "../../../../application/pricing/ports/markets.js";
import { Money } from "../../../../domain/shared/money.js";
import { presentMoney } from "../../money/money-presenter.js";
import type { PayableRoundingSource } from "./payable-rounding-type.js";

export const presentMarket = ({
  priceList: priceListId,
  payableRoundings,
  ...market
}: MarketView): MarketSource => ({
  ...market,
  priceListId,
  payableRoundings: payableRoundings.map(({ increment, ...rounding }) => ({
    ...rounding,
    increment: presentMoney(Money.of(increment, market.currency)),
  })),
  defaultLocale: market.locales[0] ?? "",
});

/** What a market is answered from. */
export interface MarketSource extends Omit<MarketView, "priceList" | "payableRoundings"> {
  readonly defaultLocale: string;
  readonly priceListId: MarketView["priceList"];
  readonly payableRoundings: readonly PayableRoundingSource[];
}
