import type { ProductId } from "../../../domain/catalog/ids.js";
import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import { isFlipped, saveStockEdits } from "../../inventory/inventory.js";
import { refreshListings } from "../../listing/listing.js";
import { changedFacts } from "../../pricing/pricing.js";
import { checkMetafields } from "./check-metafields.js";
import type { EditedProduct } from "./edited-product.js";
import type { EditStores, EditWork } from "./lock-products.js";
import { planAnnouncements } from "./plan-announcements.js";
import { savePlannedPrices } from "./planned-prices.js";
import { planSave, type PlannedSave } from "./planned-save.js";
import { redirectOldSlugs } from "./redirect-old-slugs.js";

/**
 * Saves edited products with their prices, stock, read models and history. Every edit of a product
 * uses this function, the import too.
 * @throws SlugTaken, SkuTaken, StaleVersion, Refused with MetafieldUndeclared, StockPromised
 */
export const saveProducts = async (
  { stores, viewer, now }: EditWork,
  edited: readonly EditedProduct[],
): Promise<SavedProducts> => {
  // A new product gets a row in each price list, so that none is added or removed meanwhile.
  const isNew = edited.some(({ before }) => before === null);
  const priceLists = isNew ? await stores.priceLists.lockAll() : [];
  const plans = edited.map((one) => planSave(one, priceLists, now));
  const changed = plans.filter(({ changes }) => changes.length > 0);
  await checkMetafields(stores, changed);
  await stores.products.save(changed.map(({ product }) => product));
  await savePlannedPrices(
    stores,
    changed.map(({ prices }) => prices),
    changed.flatMap(({ removedVariants }) => removedVariants),
  );
  await saveStock(stores, changed);
  // In the same unit of work: work that is due before the event is delivered would not find its
  // variant.
  await stores.schedule.cancelAllOfSubjects(
    changed.flatMap(({ removedVariants }) => removedVariants),
  );
  await saveReadModels(stores, changed);
  const tookOver = await redirectOldSlugs(stores, "product", changed, now);
  await planAnnouncements(stores, changed, now);
  // In the same unit of work, so that no automated collection misses the change.
  await stores.collectionUpkeep.noteDue(changed.map(({ product }) => product.id));
  await stores.productHistory.add(
    changed
      .filter(({ revision }) => revision.length > 0)
      .map(({ product, after, before, revision }) => ({
        productId: product.id,
        kind: before ? "UPDATED" : "CREATED",
        version: after.version,
        at: now,
        actor: viewer.kind,
        changes: revision,
      })),
  );
  return {
    changes: new Map(plans.map(({ product, changes }) => [product.id, changes])),
    tookOver,
  };
};

/** What happened to the products of one edit. */
export interface SavedProducts {
  readonly changes: ReadonlyMap<ProductId, readonly FieldChange[]>;
  /** By id: the product whose old slug it took over, so that this one is redirected no more. */
  readonly tookOver: ReadonlyMap<string, string>;
}

const saveStock = async (stores: EditStores, changed: readonly PlannedSave[]): Promise<void> => {
  await saveStockEdits(
    stores,
    changed.flatMap(({ stock }) => stock),
  );
  await stores.stockItems.remove(changed.flatMap(({ removedVariants }) => removedVariants));
};

const saveReadModels = async (stores: EditStores, changed: readonly PlannedSave[]) => {
  const added = changed.flatMap(({ newListing }) => newListing ?? []);
  await stores.listings.save(added.map(({ listing }) => listing));
  await stores.priceListListings.save(added.flatMap(({ priceLists }) => priceLists));
  const stored = changed.filter(({ newListing }) => !newListing);
  await stores.listings.saveContent(stored.flatMap(({ listingContent }) => listingContent ?? []));
  await stores.optionAvailabilities.save(
    new Map(
      changed.flatMap(({ product, optionAvailability }) =>
        optionAvailability ? [[product.id, optionAvailability] as const] : [],
      ),
    ),
  );
  const repriced = changedFacts(stored.flatMap(({ prices }) => prices.changed));
  await refreshListings(stores, {
    products: [
      ...stored.filter((one) => one.changesListing).map(({ product }) => product.id),
      ...repriced.products,
    ],
    amounts: repriced.amounts,
    availability: stored.flatMap(({ stock }) =>
      stock.filter((edit) => isFlipped(edit)).map(({ item }) => item.variantId),
    ),
  });
};
