import { mergeProduct } from "../src/application/catalog/import-export/merge-product.js";
import type { ProductRecord } from "../src/application/catalog/ports/product-record.js";
import type { EditedProduct } from "../src/application/catalog/product-edit/edited-product.js";
import type { StockEdit } from "../src/application/inventory/inventory.js";
import type { Ids } from "../src/application/shared/ids.js";
import type { ProductId, VariantId } from "../src/domain/catalog/ids.js";
import { Product } from "../src/domain/catalog/products/product.js";
import { StockItem } from "../src/domain/inventory/stock-item.js";
import { variantPrice, type VariantPrice } from "../src/domain/pricing/variant-price.js";
import { Money } from "../src/domain/shared/money.js";
import { generatedRecord } from "./generated-record.js";
import type { Random } from "./seeded-random.js";

export const CURRENCY = "EUR";
export const ADDED = new Date("2026-01-01T00:00:00.000Z");

export interface GeneratedProduct {
  readonly id: ProductId;
  /**
   * Makes the product anew: a unit of work may run twice, and a stored product has no events left.
   */
  readonly edited: () => EditedProduct;
}

/** A new product with prices and stock. */
export const generatedProduct = (
  n: number,
  variants: number,
  random: Random,
  ids: Ids,
  adapt: (record: ProductRecord, n: number) => ProductRecord = (record) => record,
): GeneratedProduct => {
  const record = adapt(generatedRecord(n, variants, random), n);
  const { content } = mergeProduct(record, null, {
    ids,
    now: ADDED,
    metafields: () => (record, stored) =>
      record.metafields?.map(({ definition: _, ...field }) => field) ?? stored,
    promisedVariant: () => undefined,
    toFileUrl: (url) => url,
  });
  const productId = ids.next("product");
  const numbers = content.variants.map(() => ({
    price: 300 + Math.floor(random() ** 2 * 40_000),
    reduced: random() < 0.2,
    onHand: random() < 0.2 ? 0 : Math.floor(random() * 60),
  }));
  const addedAt = new Date(ADDED.getTime() + n * 1_000);
  const edited = (): EditedProduct => {
    const prices = new Map<VariantId, VariantPrice>();
    const stock = new Map<VariantId, StockEdit>();
    for (const [index, { id: variantId }] of content.variants.entries()) {
      const { price = 0, reduced = false, onHand = 0 } = numbers[index] ?? {};
      prices.set(
        variantId,
        variantPrice({
          variantId,
          price: Money.of(price, CURRENCY),
          compareAt: reduced ? Money.of(price + 500, CURRENCY) : null,
          cost: Money.of(Math.floor(price / 2), CURRENCY),
        }),
      );
      stock.set(variantId, {
        before: null,
        item: StockItem.stock(variantId, onHand),
        isDiscarded: false,
      });
    }
    return {
      product: Product.create(productId, content, addedAt),
      before: null,
      prices,
      stock,
    };
  };
  return { id: productId, edited };
};
