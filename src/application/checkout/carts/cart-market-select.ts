import { MarketNotFound } from "../../../domain/pricing/pricing.js";
import type { Warning } from "../../shared/warning.js";
import { checkoutWarning } from "../ports/warnings.js";
import { cartChange, type CartTarget } from "./cart-change.js";
import type { CartView } from "./cart-view.js";

export interface CartMarketSelect extends CartTarget {
  /** The key of the market. */
  readonly market: string;
}

/**
 * Moves a cart to another market: everything in it stays, and is priced and delivered by the terms
 * there. What that market does not sell is left to the buyer, as a requirement.
 * @throws MarketNotFound
 */
export const cartMarketSelect = cartChange(({ market: key }: CartMarketSelect) => ({
  edit: (cart, now, _, { markets }) => {
    const market = markets.find((one) => one.key === key);
    if (!market) throw new MarketNotFound(key).mapPath(() => ["market"]);
    cart.moveTo(market.id, now);
  },
  warn: notSold,
}));

const notSold = ({ lines, market }: CartView): readonly Warning[] =>
  lines.flatMap(({ quoted }, index) =>
    quoted
      ? []
      : [
          checkoutWarning("NOT_SOLD_IN_MARKET", `This is not sold in ${market.name}.`, [
            "lines",
            String(index),
          ]),
        ],
  );
