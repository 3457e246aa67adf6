import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  listing,
  listingContent,
  type Listing,
  type ListingContent,
} from "../../../domain/catalog/listing/listing.js";
import {
  optionAvailability,
  type OptionAvailability,
} from "../../../domain/catalog/options/option-availability.js";
import { fieldChange, type FieldChange } from "../../../domain/catalog/products/field-change.js";
import { productChanges } from "../../../domain/catalog/products/product-changes.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { PriceListListing } from "../../../domain/listing/listing.js";
import type { ListPrice, PriceListSnapshot } from "../../../domain/pricing/pricing.js";
import { onHandAfter, type StockEdit } from "../../inventory/inventory.js";
import { priceListListings } from "../../listing/listing.js";
import type { EditedProduct } from "./edited-product.js";
import { changesVisibility } from "./plan-announcements.js";
import { pricesAndStockOf } from "./prices-and-stock-of.js";
import { plannedPriceChanges, plannedPrices, type PlannedPrices } from "./planned-prices.js";

/** Everything that has to be written for one edited product. */
export interface PlannedSave {
  readonly product: Product;
  readonly before: ProductSnapshot | null;
  readonly after: ProductSnapshot;
  readonly prices: PlannedPrices;
  readonly stock: readonly StockEdit[];
  /** Variants that the edit removed. */
  readonly removedVariants: readonly VariantId[];
  /**
   * What lists show of a new product. Nobody else knows it yet, so that nothing has to be locked
   * and read.
   */
  readonly newListing: {
    readonly listing: Listing;
    readonly priceLists: readonly PriceListListing[];
  } | null;
  /** What lists show of the content of a stored product; null when it stays. */
  readonly listingContent: ListingContent | null;
  /** Null when options and variants stay: for thousands of variants it is large. */
  readonly optionAvailability: OptionAvailability | null;
  /** Whether everything that lists show of a stored product may change. */
  readonly changesListing: boolean;
  readonly changes: readonly FieldChange[];
  /** Those changes that the history keeps: stock has a history of its own. */
  readonly revision: readonly FieldChange[];
}

/** Works out what an edit changes, and makes the product announce a changed visibility. */
export const planSave = (
  edit: EditedProduct,
  priceLists: readonly PriceListSnapshot[],
  now: Date,
): PlannedSave => {
  const { product, before, stock } = edit;
  const edited = product.snapshot();
  const content = before ? productChanges(before, edited) : [];
  if (!before || changesVisibility(before, edited)) product.announce(now);
  const after = product.snapshot();
  const remaining = new Set(after.variants.map(({ id }) => id));
  const pricesAndStock = pricesAndStockOf(
    after.variants,
    (id) => edit.prices.get(id),
    (id) => stock.get(id)?.item,
  );
  const prices = plannedPrices(edit, remaining);
  const changesVariants = !before || content.some(isAboutOptionsOrVariants);
  const revision = before
    ? [
        ...content,
        ...plannedPriceChanges(prices),
        ...fieldChange("visible", before.announced, after.announced),
      ]
    : creation(edited);
  return {
    product,
    before,
    after,
    prices,
    stock: [...stock].filter(([id]) => remaining.has(id)).map(([, one]) => one),
    removedVariants: (before?.variants ?? [])
      .map(({ id }) => id)
      .filter((id) => !remaining.has(id)),
    newListing: before
      ? null
      : {
          listing: listing(after, pricesAndStock),
          priceLists: priceListListings(after, pricesAndStock, {
            lists: priceLists,
            prices: byVariant(prices.addedToLists),
          }),
        },
    listingContent: before && before.version !== after.version ? listingContent(after) : null,
    optionAvailability: changesVariants ? optionAvailability(after, pricesAndStock) : null,
    changesListing: before !== null && changesVariants,
    changes: [...revision, ...(before ? stockChanges(stock) : [])],
    revision,
  };
};

const isAboutOptionsOrVariants = ({ path }: FieldChange): boolean =>
  path === "options" || path.startsWith("variants.");

/**
 * The history of a new product contains its title and slug only, because everything else is new as
 * well.
 */
const creation = ({ title, slug }: ProductSnapshot): readonly FieldChange[] => [
  ...fieldChange("title", null, title),
  ...fieldChange("slug", null, slug),
];

const byVariant = (prices: readonly ListPrice[]): ReadonlyMap<VariantId, readonly ListPrice[]> => {
  const grouped = new Map<VariantId, ListPrice[]>();
  for (const price of prices)
    grouped.set(price.variantId, [...(grouped.get(price.variantId) ?? []), price]);
  return grouped;
};

const stockChanges = (stock: EditedProduct["stock"]): readonly FieldChange[] =>
  [...stock].flatMap(([id, edit]) =>
    fieldChange(`variants.${id}.onHand`, edit.before?.onHand ?? null, onHandAfter(edit)),
  );
