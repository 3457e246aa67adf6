import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { ListPrice, OwnPrice, VariantPrice } from "../../../domain/pricing/pricing.js";
import type { StockEdit } from "../../inventory/inventory.js";
import type { LockedProduct } from "./lock-products.js";

/** An edited product that is not saved yet. */
export interface EditedProduct {
  readonly product: Product;
  /** Null for a new product. */
  readonly before: ProductSnapshot | null;
  /** The locked prices of those stored variants whose price changes. */
  readonly storedPrices?: ReadonlyMap<VariantId, OwnPrice>;
  /** The prices that change; null removes a price. */
  readonly prices: ReadonlyMap<VariantId, VariantPrice | null>;
  readonly stock: ReadonlyMap<VariantId, StockEdit>;
  /** The prices of new variants in price lists. */
  readonly listPrices?: readonly ListPrice[];
}

/** A locked product as it is now, with the prices and the stock that change. */
export const asEdited = (
  { product, before }: LockedProduct,
  {
    prices = new Map(),
    storedPrices = new Map(),
    stock = new Map(),
  }: Partial<Pick<EditedProduct, "prices" | "storedPrices" | "stock">> = {},
): EditedProduct => ({
  product,
  before,
  storedPrices,
  prices,
  stock,
});
