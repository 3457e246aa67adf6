import type { ProductId } from "../../../domain/catalog/ids.js";
import { ProductNotFound } from "../../../domain/catalog/products/errors.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { InventoryStores } from "../../inventory/ports/stock-items.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { MAX_BULK_ITEMS } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/**
 * The stores that an edit of products uses: prices, stock, read models and scheduled work change
 * together with a product.
 */
export type EditStores = CatalogStores &
  ListingStores &
  PricingStores &
  InventoryStores &
  ScheduleStores;

/** What edits need besides stores. */
export interface EditNeeds {
  readonly ids: Ids;
  /** The currency of all prices of the shop (ISO 4217). */
  readonly currency: string;
}

/** The part of a change that an edit of products needs. */
export type EditWork = Pick<Work<EditStores>, "stores" | "viewer" | "now">;

/** A stored product, locked. Prices and stock are locked by those edits that change them. */
export interface LockedProduct {
  readonly product: Product;
  readonly before: ProductSnapshot;
}

/** Locks products in the order of their ids; missing ones are absent. */
export const lockProducts = async (
  { products }: Pick<EditStores, "products">,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, LockedProduct>> =>
  new Map(
    [...(await products.byId(ids)).values()].map((product) => [
      product.id,
      { product, before: product.snapshot() },
    ]),
  );

/** @throws ProductNotFound, StaleVersion */
export const lockProduct = async (stores: EditStores, target: Target): Promise<LockedProduct> =>
  lockedProduct(await lockTargets(stores, [target]), target);

/** Locks the products of a bulk command together, at most as many as a command may name. */
export const lockTargets = (
  stores: EditStores,
  targets: readonly Target[],
): Promise<ReadonlyMap<ProductId, LockedProduct>> =>
  lockProducts(
    stores,
    targets.slice(0, MAX_BULK_ITEMS).flatMap(({ id }) => parseId("product", id) ?? []),
  );

/** One of the locked products. @throws ProductNotFound, StaleVersion */
export const lockedProduct = (
  locked: ReadonlyMap<string, LockedProduct>,
  target: Target,
): LockedProduct => expected(locked.get(target.id), target);

const expected = (
  locked: LockedProduct | undefined,
  { id, expectedVersion }: Target,
): LockedProduct => {
  if (!locked) throw new ProductNotFound(id);
  checkVersion(id, expectedVersion, locked.product.snapshot().version);
  return locked;
};

/**
 * Locks together the products that are then edited one by one. A product that is requested again is
 * read again: it has been edited, or an edit of it was refused half-way.
 * @returns a function with the result of `lockProduct`
 */
export const lockAhead = async (
  stores: EditStores,
  targets: readonly Target[],
): Promise<(target: Target) => Promise<LockedProduct>> => {
  const ahead = new Map<string, LockedProduct>(await lockTargets(stores, targets));
  return async (target) => {
    const locked = ahead.get(target.id);
    ahead.delete(target.id);
    return locked ? expected(locked, target) : lockProduct(stores, target);
  };
};
