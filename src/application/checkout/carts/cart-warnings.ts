import { choosePrice } from "../../../domain/pricing/pricing.js";
import { Money } from "../../../domain/shared/money.js";
import type { Warning } from "../../shared/warning.js";
import { checkoutWarning } from "../ports/warnings.js";
import type { CartLineView } from "./cart-view.js";

/**
 * What has changed since the buyer was last shown the cart. The price is compared for the units of
 * that time, because another quantity may have another price.
 */
export const cartWarnings = (
  lines: readonly CartLineView[],
  currency: string,
  moment: Date,
): readonly Warning[] =>
  lines.flatMap(({ line, variant, available }, index) => {
    const { seen } = line;
    if (!seen) return [];
    const path = ["lines", String(index)];
    const chosen = variant && choosePrice(variant.prices, seen.units, currency, moment);
    const now = chosen?.price.minorUnits ?? null;
    const isDearer = seen.unitPrice !== null && now !== null && now !== seen.unitPrice;
    const isSoldOut = !seen.isShort && available !== null && available < seen.units;
    return [
      ...(isDearer && seen.unitPrice !== null && chosen
        ? [
            checkoutWarning(
              "PRICE_CHANGED",
              `One unit costs ${written(chosen.price)}, no longer ${written(Money.of(seen.unitPrice, currency))}.`,
              path,
            ),
          ]
        : []),
      ...(isSoldOut
        ? [
            checkoutWarning(
              "SOLD_OUT",
              available > 0 ? "Fewer are left than the cart has." : "This is sold out.",
              path,
            ),
          ]
        : []),
    ];
  });

const written = (price: Money): string => `${price.toDecimal()} ${price.currency}`;
