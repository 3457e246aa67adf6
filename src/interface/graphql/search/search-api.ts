import { searchContext } from "../../../application/search/search.js";
import { AdminCollection } from "../catalog/collections/admin-collection.js";
import { ShopCollection } from "../catalog/collections/shop-collection.js";
import { AdminProduct } from "../catalog/products/admin-product.js";
import { ShopProduct } from "../catalog/products/shop-product.js";
import { AdminVariant } from "../catalog/variants/admin-variant.js";
import { ShopVariant } from "../catalog/variants/shop-variant.js";
import type { ContextApi } from "../nodes/context-api.js";
import { searchResolvers } from "./search-resolver.js";

export const searchApi = {
  context: searchContext,
  errorCodes: {
    METAFIELD_NOT_SEARCHABLE: {
      meaning:
        "A search filters or sorts by a custom field that is not declared for it, or in a way that its type does not allow.",
      retryable: false,
      advice: "Use the facets and sort orders that the shop offers now.",
      status: 400,
    },
  },
  shop: searchResolvers("shop", ShopProduct, ShopVariant, ShopCollection),
  admin: searchResolvers("admin", AdminProduct, AdminVariant, AdminCollection),
} as const satisfies ContextApi;
