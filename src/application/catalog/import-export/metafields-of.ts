import type { MetafieldRecord, ProductRecord } from "../ports/product-record.js";

/** The custom fields of a product with those of its variants, or of another owner. */
export interface FieldsRecord extends Pick<ProductRecord, "location" | "metafields"> {
  readonly variants?: readonly Pick<ProductRecord, "location" | "metafields">[];
}

/** The metafields of a record and of its variants. */
export const metafieldsOf = ({
  metafields = [],
  variants = [],
}: FieldsRecord): readonly MetafieldRecord[] => [
  ...metafields,
  ...variants.flatMap((variant) => variant.metafields ?? []),
];
