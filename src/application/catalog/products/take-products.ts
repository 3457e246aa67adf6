import { ProductNotFound } from "../../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Product, ProductSnapshot } from "../../../domain/catalog/product.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { StockItem } from "../../inventory/inventory.js";
import type { InventoryStores } from "../../inventory/ports.js";
import type { PricingStores } from "../../pricing/ports.js";
import type { VariantPrice } from "../../pricing/pricing.js";
import { parseId } from "../../shared/ids.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports.js";

/** What an edit of products touches: they change together with their prices, their stock, their place in lists and what is planned about them. */
export type EditStores = CatalogStores & PricingStores & InventoryStores & ScheduleStores;

/** A product as it is stored, locked, with everything that may change together with it. */
export interface TakenProduct {
  readonly product: Product;
  readonly before: ProductSnapshot;
  readonly prices: ReadonlyMap<VariantId, VariantPrice>;
  readonly stock: ReadonlyMap<VariantId, StockItem>;
}

/** Which product somebody wants to change, and what they have seen of it. */
export interface Target {
  /** As it came in; what is not the id of a product names none. */
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Locks products in the order of their ids; those that are not there are absent. */
export const takeProducts = async ({ products, prices, stockItems }: EditStores, ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, TakenProduct>> => {
  const found = [...(await products.byId(ids)).values()].map((product) => ({ product, before: product.snapshot() }));
  const variants = found.flatMap(({ before }) => before.variants.map(({ id }) => id));
  const [pricesOf, stockOf] = [await prices.byVariant(variants), await stockItems.byVariant(variants)];
  return new Map(found.map(({ product, before }) => [product.id, { product, before, prices: ofProduct(before, pricesOf), stock: ofProduct(before, stockOf) }]));
};

/** @throws ProductNotFound, StaleVersion */
export const takeProduct = async (stores: EditStores, { id, expectedVersion }: Target): Promise<TakenProduct> => {
  const productId = parseId("product", id);
  const taken = productId && (await takeProducts(stores, [productId])).get(productId);
  if (!taken) throw new ProductNotFound(id);
  checkVersion(id, expectedVersion, taken.before.version);
  return taken;
};

/**
 * Takes products together that are to be edited one by one. One that is asked for again is read again: it has been edited, or an
 * edit of it was refused half-way.
 * @returns what takeProduct would
 */
export const takeAhead = async (stores: EditStores, targets: readonly Target[]): Promise<(target: Target) => Promise<TakenProduct>> => {
  const ahead = new Map<string, TakenProduct>(await takeProducts(stores, targets.flatMap(({ id }) => parseId("product", id) ?? [])));
  return async (target) => {
    const taken = ahead.get(target.id);
    if (!taken) return takeProduct(stores, target);
    ahead.delete(target.id);
    checkVersion(target.id, target.expectedVersion, taken.before.version);
    return taken;
  };
};

const ofProduct = <Figure>({ variants }: ProductSnapshot, figures: ReadonlyMap<VariantId, Figure>): ReadonlyMap<VariantId, Figure> =>
  new Map(variants.flatMap(({ id }) => { const figure = figures.get(id); return figure === undefined ? [] : [[id, figure] as const]; }));
