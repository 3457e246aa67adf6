import { ProductNotFound } from "../../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Product, ProductSnapshot } from "../../../domain/catalog/product.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { StockItem } from "../../inventory/inventory.js";
import type { InventoryStores } from "../../inventory/ports.js";
import type { PricingStores } from "../../pricing/ports.js";
import type { VariantPrice } from "../../pricing/pricing.js";
import { MOST_ITEMS } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { ScheduleStores } from "../../shared/schedule.js";
import type { CatalogStores } from "../ports.js";

/** What an edit of products touches: they change together with their prices, their stock, their place in lists and what is planned about them. */
export type EditStores = CatalogStores & PricingStores & InventoryStores & ScheduleStores;

/** What of a change an edit of products takes part in. */
export type Editing = Pick<Work<EditStores>, "stores" | "viewer" | "now">;

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
export const takeProducts = async (
  { products, prices, stockItems }: EditStores,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, TakenProduct>> => {
  const found = [...(await products.byId(ids)).values()].map((product) => ({
    product,
    before: product.snapshot(),
  }));
  const variants = found.flatMap(({ before }) => before.variants.map(({ id }) => id));
  const [pricesOf, stockOf] = [
    await prices.byVariant(variants),
    await stockItems.byVariant(variants),
  ];
  return new Map(
    found.map(({ product, before }) => [
      product.id,
      { product, before, prices: ofProduct(before, pricesOf), stock: ofProduct(before, stockOf) },
    ]),
  );
};

/** @throws ProductNotFound, StaleVersion */
export const takeProduct = async (stores: EditStores, target: Target): Promise<TakenProduct> =>
  pick(await takeTargets(stores, [target]), target);

/** The products of a command of many, as far as it may go, locked together. */
export const takeTargets = (
  stores: EditStores,
  targets: readonly Target[],
): Promise<ReadonlyMap<ProductId, TakenProduct>> =>
  takeProducts(
    stores,
    targets.slice(0, MOST_ITEMS).flatMap(({ id }) => parseId("product", id) ?? []),
  );

/** One of those that were taken, as it stands now. @throws ProductNotFound, StaleVersion */
export const pick = (taken: ReadonlyMap<string, TakenProduct>, target: Target): TakenProduct =>
  asExpected(taken.get(target.id), target);

const asExpected = (
  taken: TakenProduct | undefined,
  { id, expectedVersion }: Target,
): TakenProduct => {
  if (!taken) throw new ProductNotFound(id);
  checkVersion(id, expectedVersion, taken.product.snapshot().version);
  return taken;
};

/**
 * Takes products together that are to be edited one by one. One that is asked for again is read again: it has been edited, or an
 * edit of it was refused half-way.
 * @returns what takeProduct would
 */
export const takeAhead = async (
  stores: EditStores,
  targets: readonly Target[],
): Promise<(target: Target) => Promise<TakenProduct>> => {
  const ahead = new Map<string, TakenProduct>(await takeTargets(stores, targets));
  return async (target) => {
    const taken = ahead.get(target.id);
    ahead.delete(target.id);
    return taken ? asExpected(taken, target) : takeProduct(stores, target);
  };
};

const ofProduct = <Figure>(
  { variants }: ProductSnapshot,
  figures: ReadonlyMap<VariantId, Figure>,
): ReadonlyMap<VariantId, Figure> =>
  new Map(
    variants.flatMap(({ id }) => {
      const figure = figures.get(id);
      return figure === undefined ? [] : [[id, figure] as const];
    }),
  );
