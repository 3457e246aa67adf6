import { LIST_WITHOUT_PRICES, priceListOf } from "../../../application/shared/shopping-context.js";
import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { ProductSort } from "../../../application/catalog/ports/product-list.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";

/** The order of a list of products; of the whole shop when there is no collection. */
export const productOrder = (
  { key, reverse }: ProductSort,
  collection: CollectionId | undefined,
  { shoppingContext }: Audience,
): KeysetOrder => {
  const by = (name: string, column: string, kind: KeysetOrder["kind"]): KeysetOrder => ({
    name,
    column,
    kind,
    idColumn: "l.product_id",
    reverse,
  });
  if (key === "TITLE") return by("title", "l.folded_title", "text");
  // The index of the ranges ends with their own column of ids. A cursor is valid in one price list
  // only.
  const priceList = priceListOf(shoppingContext);
  if (key === "PRICE" && priceList !== null && priceList !== LIST_WITHOUT_PRICES)
    return {
      ...by(`price in ${priceList}`, "r.price_rank", "number"),
      idColumn: "r.product_id",
    };
  if (key === "PRICE" && priceList === null) return by("price", "l.price_rank", "number");
  if (key === "UPDATED") return by("updated", "l.updated_at", "time");
  if (key === "MANUAL" && collection !== undefined) return by("manual", "cp.position", "number");
  return by("created", "l.created_at", "time");
};
