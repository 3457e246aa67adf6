import type { VariantPrice } from "../../../domain/pricing/variant-price.js";
import type { Warning } from "../../shared/warning.js";
import { pricingWarning } from "../../pricing/ports/warnings.js";

/** Warnings about a price that may be a mistake. @param path of the variant in the command */
export const priceWarnings = (
  { price, compareAt, cost }: VariantPrice,
  path: readonly string[],
): readonly Warning[] => [
  ...(compareAt && !compareAt.isAbove(price)
    ? [
        pricingWarning(
          "COMPARE_AT_NOT_ABOVE_PRICE",
          `The crossed-out price ${compareAt.toDecimal()} is not above the price ${price.toDecimal()}, so it is not shown as a reduction.`,
          path,
        ),
      ]
    : []),
  ...(cost?.isAbove(price)
    ? [
        pricingWarning(
          "PRICE_BELOW_COST",
          `The price ${price.toDecimal()} is below the cost ${cost.toDecimal()}.`,
          path,
        ),
      ]
    : []),
];
