import type { VariantFilter } from "../../../application/catalog/ports/product-list.js";
import { fold } from "../../../domain/shared/text.js";
import { isOneOf, type Condition } from "../../shared/database/condition.js";
import { escapeLike } from "../../shared/database/sql-session.js";

/** The conditions of a filter on `v`, the variant. */
export const variantConditions = ({
  product,
  vendors,
  sku,
  skus,
  barcode,
  tracked,
  text,
}: VariantFilter): readonly Condition[] => {
  const pattern = escapeLike(fold(text ?? ""));
  const ofVendors = vendors && isOneOf("l.folded_vendor", vendors.map(fold));
  return [
    ...(product === undefined ? [] : [{ sql: "v.product_id = ?", values: [product] }]),
    ...(ofVendors
      ? [
          {
            sql: `v.product_id IN (SELECT l.product_id FROM catalog_listing l WHERE ${ofVendors.sql})`,
            values: ofVendors.values,
          },
        ]
      : []),
    ...(sku === undefined ? [] : [{ sql: "v.sku = ?", values: [sku] }]),
    ...(skus === undefined ? [] : [isOneOf("v.sku", skus)]),
    ...(barcode === undefined ? [] : [{ sql: "v.barcode = ?", values: [barcode] }]),
    ...(tracked === undefined ? [] : [{ sql: "v.tracked = ?", values: [tracked] }]),
    ...(pattern === ""
      ? []
      : [
          {
            sql: "(v.folded_sku LIKE ? ESCAPE '!' OR v.product_id IN (SELECT l.product_id FROM catalog_listing l WHERE l.folded_title LIKE ? ESCAPE '!'))",
            values: [`${pattern}%`, `%${pattern}%`],
          },
        ]),
  ];
};
