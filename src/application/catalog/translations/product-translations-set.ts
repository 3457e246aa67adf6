import {
  translateProduct,
  type ProductTranslationPatch,
} from "../../../domain/catalog/products/translate-product.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editLocked, warnWhenUnchanged, type ProductEdited } from "../product-edit/edit-product.js";
import { lockProduct, type EditStores, type LockedProduct } from "../product-edit/lock-products.js";

export interface ProductTranslationsSet extends Target {
  readonly translations: readonly ProductTranslationPatch[];
}

/** Sets texts of a product in other languages. */
export const productTranslationsSet = change(
  mayWriteCatalog,
  async (command: ProductTranslationsSet, work: Work<EditStores>): Promise<ProductEdited> =>
    translateLocked(await lockProduct(work.stores, command), command, work),
);

export const translateLocked = async (
  locked: LockedProduct,
  { translations }: ProductTranslationsSet,
  work: Work<EditStores>,
): Promise<ProductEdited> =>
  warnWhenUnchanged(
    await editLocked(work, locked, ({ before }) => ({
      content: translateProduct(before, translations),
    })),
    ["translations"],
  );
