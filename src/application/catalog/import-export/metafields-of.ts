import type { MetafieldRecord, ProductRecord } from "../ports/product-record.js";

/** The metafields of a record and of its variants. */
export const metafieldsOf = ({
  metafields = [],
  variants,
}: ProductRecord): readonly MetafieldRecord[] => [
  ...metafields,
  ...variants.flatMap((variant) => variant.metafields ?? []),
];
