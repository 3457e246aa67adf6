import type { QuotePreview } from "../../../../application/pricing/quotes/quote-preview.js";
import { type MarketSource, presentMarket } from "../markets/present-market.js";
import { presentQuote, type QuoteSource } from "./present-quote.js";

/** What a preview of a quote is answered from. */
export interface QuotePreviewSource extends QuoteSource {
  readonly market: MarketSource;
  readonly asOf: Date;
}

export const presentQuotePreview = ({
  quote,
  market,
  moment,
}: QuotePreview): QuotePreviewSource => ({
  market: presentMarket(market),
  asOf: moment,
  ...presentQuote(quote),
});
