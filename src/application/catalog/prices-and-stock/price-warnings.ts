import type { VariantPrice } from "../../pricing/pricing.js";
import type { Warning } from "../../shared/warning.js";

/** Warnings about a price that may be a mistake. @param path of the variant in the command */
export const priceWarnings = (
  { price, compareAt, cost }: VariantPrice,
  path: readonly string[],
): readonly Warning[] => [
  ...(compareAt && !compareAt.isAbove(price)
    ? [
        {
          code: "COMPARE_AT_NOT_ABOVE_PRICE",
          message: `The crossed-out price ${compareAt.toDecimal()} is not above the price ${price.toDecimal()}, so it is not shown as a reduction.`,
          path,
        } as const,
      ]
    : []),
  ...(cost?.isAbove(price)
    ? [
        {
          code: "PRICE_BELOW_COST",
          message: `The price ${price.toDecimal()} is below the cost ${cost.toDecimal()}.`,
          path,
        } as const,
      ]
    : []),
];
