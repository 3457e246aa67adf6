import { afterAll, afterEach, beforeEach } from "vitest";
import type { CatalogStores } from "../../../src/application/catalog/ports/catalog-stores.js";
import type { ProductHistoryReads } from "../../../src/application/catalog/ports/product-history-reads.js";
import type { InventoryStores } from "../../../src/application/inventory/ports/stock-items.js";
import type { PricingStores } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { productContent, productId, variantId } from "../../builders/product-content.js";

export const NOW = new Date("2026-01-01T12:00:00.000Z");
export const MUG = variantId(1);

export interface StoresSubject {
  readonly unitOfWork: UnitOfWork<CatalogStores & PricingStores & InventoryStores & SettingStores>;
  /** The types of the stored events, oldest first. */
  readonly outboxTypes: () => Promise<readonly string[]>;
  readonly productHistoryReads: ProductHistoryReads;
  readonly close?: () => Promise<void>;
}

/** Opens stores before each test of a describe block, with functions for mugs. */
export const mugStores = (open: () => Promise<StoresSubject>, end: () => Promise<void>) => {
  let subject: StoresSubject;
  const inUnit: StoresSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
  const addMug = (n = 1, content = productContent(n)) =>
    inUnit(({ products }) => products.save([Product.create(productId(n), content, NOW)]));
  const stockMugs = (onHand: number) =>
    inUnit(({ stockItems }) => stockItems.save([StockItem.stock(MUG, onHand)]));
  const mugs = () => inUnit(async ({ stockItems }) => (await stockItems.get(MUG)).snapshot());
  const mug = (n = 1) =>
    inUnit(async ({ products }) => (await products.get(productId(n))).snapshot());

  beforeEach(async () => {
    subject = await open();
  });
  afterEach(async () => subject.close?.());
  afterAll(end);

  return {
    get subject() {
      return subject;
    },
    inUnit,
    addMug,
    stockMugs,
    mugs,
    mug,
  };
};

export type MugStores = ReturnType<typeof mugStores>;
