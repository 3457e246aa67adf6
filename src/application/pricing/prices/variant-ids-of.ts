import type { VariantId } from "../../../domain/catalog/ids.js";
import { MAX_BULK_ITEMS } from "../../shared/bulk.js";
import { parseId } from "../../shared/ids.js";

/** The ids of the variants of a bulk command, at most as many as a command may name. */
export const variantIdsOf = (
  items: readonly { readonly variantId: string }[],
): readonly VariantId[] =>
  items.slice(0, MAX_BULK_ITEMS).flatMap(({ variantId }) => parseId("variant", variantId) ?? []);
