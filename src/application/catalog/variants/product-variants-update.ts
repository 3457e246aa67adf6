import { findByIds } from "../../../domain/catalog/find-by-ids.js";
import { VariantNotFound } from "../../../domain/catalog/variants/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { editVariants } from "./edit-variants.js";
import { authorisePrices, lockPatchedPrices } from "./lock-patched-prices.js";
import { authoriseStock, lockPatchedStock } from "./lock-patched-stock.js";
import type { VariantPatch } from "./variant-patch.js";

interface ProductVariantsUpdate extends Target {
  readonly variants: readonly { readonly id: string; readonly changes: VariantPatch }[];
}

/** Changes variants of a product with their prices and their stock, each in its own way. */
export const productVariantsUpdate = change(
  mayWriteCatalog,
  (
    { variants, ...target }: ProductVariantsUpdate,
    work: Work<EditStores>,
    { currency }: Pick<EditNeeds, "currency">,
  ): Promise<ProductEdited> => {
    const patches = variants.map(({ changes }) => changes);
    authorisePrices(work.viewer, patches);
    authoriseStock(work.viewer, patches);
    return editProduct(work, target, async ({ before }) => {
      const problems = new Problems();
      const found = findByIds(
        before.variants,
        variants.map(({ id }) => id),
        problems,
        (index) => ["variants", index, "id"],
        (id, path) => new VariantNotFound(id, path),
      );
      const edits = found.map(({ item, index }) => ({
        id: item.id,
        patch: variants[index]?.changes ?? {},
        path: ["variants", String(index), "changes"],
      }));
      const prices = await lockPatchedPrices(work.stores, edits);
      const stock = await lockPatchedStock(work.stores, edits);
      return editVariants(before, edits, { prices, stock }, currency, problems);
    });
  },
);
