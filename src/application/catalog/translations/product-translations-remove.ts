import { removeTranslations } from "../../../domain/catalog/translations/remove-translations.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import type { TranslationsRemove } from "./translations-remove.js";

/** Removes the translations of a product in some languages. */
export const productTranslationsRemove = change(
  mayWriteCatalog,
  ({ locales, ...target }: TranslationsRemove, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({ content: removeTranslations(before, locales) }), [
      "locales",
    ]),
);
