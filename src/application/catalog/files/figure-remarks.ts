import type { Remark, VariantSheet } from "./product-sheet.js";

/** What is said of a file's figures that have no price to stand beside. */
export const withoutPrice = ({ place, compareAt, cost }: VariantSheet): Remark => ({
  line: place.line,
  column: null,
  code: "FIGURES_WITHOUT_PRICE",
  value: compareAt ?? cost ?? null,
  reason: "A compare-at price or a cost is given without a price, so it is left out.",
  advice: "Fill the price and import again.",
});

/** What is said of a blank quantity while units are promised. */
export const promised = ({ place }: VariantSheet): Remark => ({
  line: place.line,
  column: null,
  code: "STOCK_PROMISED",
  value: null,
  reason: "The quantity is blank, but units are promised to buyers: the stored figure stays.",
  advice: "Give the quantity that is on hand.",
});
