import type { ProductSheet, Remark } from "./product-sheet.js";

/** What is said of a product for which a file names a collection whose rules decide what stands in it. */
export const leftToRules = ({ place, columns, collection }: ProductSheet): Remark => ({
  line: place.line,
  column: columns?.["collection"] ?? null,
  code: "COLLECTION_AUTOMATED",
  value: collection ?? null,
  reason:
    "Rules decide what stands in this collection, so the product stands there only if it fits them.",
  advice: "Name a collection that is filled by hand, or change the rules.",
});
