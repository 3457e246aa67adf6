import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { editVariants } from "./edit-variants.js";
import { authorisePrices } from "./lock-patched-prices.js";
import { authoriseStock } from "./lock-patched-stock.js";
import type { VariantPatch } from "./variant-patch.js";

interface ProductVariantsAdd extends Target {
  readonly variants: readonly VariantPatch[];
}

/** Adds variants to a product, after those that it has. */
export const productVariantsAdd = change(
  mayWriteCatalog,
  (
    { variants, ...target }: ProductVariantsAdd,
    work: Work<EditStores>,
    { ids, currency }: EditNeeds,
  ): Promise<ProductEdited> => {
    authorisePrices(work.viewer, variants);
    authoriseStock(work.viewer, variants);
    return editProduct(work, target, ({ before }) => {
      const edits = variants.map((patch, index) => ({
        id: ids.next("variant"),
        patch,
        path: ["variants", String(index)],
      }));
      return editVariants(before, edits, { prices: new Map(), stock: new Map() }, currency);
    });
  },
);
