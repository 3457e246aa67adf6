import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { StockItem } from "../../inventory/inventory.js";
import type { VariantPrice } from "../../pricing/pricing.js";
import type { LockedProduct } from "./lock-products.js";
import type { ListPriceEdit } from "./stored-list-prices.js";

/** Stock that changes, with the units on hand before; null when stock is no longer kept. */
export interface StockEdit {
  readonly onHandBefore: number | null;
  readonly item: StockItem | null;
}

/** An edited product that is not saved yet. */
export interface EditedProduct {
  readonly product: Product;
  /** Null for a new product. */
  readonly before: ProductSnapshot | null;
  /** All stored prices of its variants. */
  readonly storedPrices: ReadonlyMap<VariantId, VariantPrice>;
  /** All stored stock of its variants. */
  readonly storedStock: ReadonlyMap<VariantId, StockItem>;
  /** The prices that change; null removes a price. */
  readonly prices: ReadonlyMap<VariantId, VariantPrice | null>;
  readonly stock: ReadonlyMap<VariantId, StockEdit>;
  /** The prices in price lists that change. */
  readonly listPrices?: readonly ListPriceEdit[];
}

/** A locked product as it is now, with the prices and the stock that change. */
export const asEdited = (
  { product, before, prices: storedPrices, stock: storedStock }: LockedProduct,
  {
    prices = new Map(),
    stock = new Map(),
    listPrices = [],
  }: Partial<Pick<EditedProduct, "prices" | "stock" | "listPrices">> = {},
): EditedProduct => ({
  product,
  before,
  storedPrices,
  storedStock,
  prices,
  stock,
  listPrices,
});
