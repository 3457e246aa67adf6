import {
  translateProduct,
  untranslate,
  type AskedProductTexts,
} from "../../../domain/catalog/translations/translate-product.js";
import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { nothingChanged } from "../nothing-changed.js";
import { editTaken, type ProductEdited } from "../products/edit-product.js";
import {
  takeAhead,
  takeProduct,
  type EditStores,
  type TakenProduct,
  type Target,
} from "../products/take-products.js";

export interface SetProductTranslations extends Target {
  readonly translations: readonly AskedProductTexts[];
}

export interface RemoveTranslations extends Target {
  readonly locales: readonly string[];
}

/** Writes the texts of a product in other languages. */
export const setProductTranslations = change(
  mayWriteCatalog,
  async (command: SetProductTranslations, work: Work<EditStores>): Promise<ProductEdited> =>
    translate(await takeProduct(work.stores, command), command, work),
);

/** Writes the texts of many products in other languages. */
export const setProductsTranslations = change(
  mayWriteCatalog,
  async (
    command: Bulk<SetProductTranslations>,
    work: Work<EditStores>,
  ): Promise<BulkDone<ProductEdited>> => {
    const take = await takeAhead(work.stores, command.items);
    return inBulk(command, work, async (item) => translate(await take(item), item, work));
  },
);

/** Takes the texts of a product in some languages away; those that it has none in are passed over. */
export const removeProductTranslations = change(
  mayWriteCatalog,
  async (
    { locales, ...target }: RemoveTranslations,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    noticed(
      await editTaken(work, await takeProduct(work.stores, target), ({ before }) => ({
        content: untranslate(before, locales),
      })),
      "locales",
    ),
);

const translate = async (
  taken: TakenProduct,
  { translations }: SetProductTranslations,
  work: Work<EditStores>,
): Promise<ProductEdited> =>
  noticed(
    await editTaken(work, taken, ({ before }) => ({
      content: translateProduct(before, translations),
    })),
    "translations",
  );

const noticed = (edited: ProductEdited, place: string): ProductEdited =>
  edited.changes.length > 0
    ? edited
    : { ...edited, warnings: [...edited.warnings, nothingChanged([place])] };
