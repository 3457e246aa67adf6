import { searchContext } from "../../../application/search/search.js";
import { AdminProduct } from "../catalog/products/admin-product.js";
import { ShopProduct } from "../catalog/products/shop-product.js";
import type { ContextApi } from "../nodes/context-api.js";
import { searchResolver } from "./search-resolver.js";

export const searchApi = {
  context: searchContext,
  shop: [searchResolver("shop", ShopProduct)],
  admin: [searchResolver("admin", AdminProduct)],
} as const satisfies ContextApi;
