import { AdminCollection, AdminCollectionConnection } from "../collections/admin-collection.js";
import { ShopCollection, ShopCollectionConnection } from "../collections/shop-collection.js";
import { AdminProductFilterInput } from "./admin-product-filter-input.js";
import { AdminProduct, AdminProductConnection } from "./admin-product.js";
import { collectionProductsResolver } from "./collection-products-resolver.js";
import { OldSlugsResolver } from "./old-slugs-resolver.js";
import { productCollectionsResolver } from "./product-collections-resolver.js";
import { productDeletePayloadResolvers } from "./product-delete-payload.js";
import { productMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";
import { productQueries } from "./product-queries.js";
import { productsMutations } from "./products-mutations.js";
import { productsPayloadResolvers } from "./products-payload.js";
import { ShopProductFilterInput } from "./shop-product-filter-input.js";
import { ShopProduct, ShopProductConnection } from "./shop-product.js";

const shop = [
  productQueries(
    "shop",
    {
      Product: ShopProduct,
      ProductConnection: ShopProductConnection,
      ProductFilter: ShopProductFilterInput,
    },
    {
      product:
        "A product. Null when it does not exist or is not shown in the shop. A former slug finds it too: if the returned `slug` differs from the requested one, redirect to it.",
      products: "Products that the shop shows.",
    },
  ),
  productCollectionsResolver(ShopProduct, ShopCollectionConnection),
  collectionProductsResolver(ShopCollection, ShopProductConnection),
] as const;

const admin = [
  productQueries(
    "admin",
    {
      Product: AdminProduct,
      ProductConnection: AdminProductConnection,
      ProductFilter: AdminProductFilterInput,
    },
    {
      product:
        "A product. Null when it does not exist. A former slug finds it too: if the returned `slug` differs from the requested one, redirect to it.",
      products: "Products of any status.",
    },
  ),
  productCollectionsResolver(AdminProduct, AdminCollectionConnection),
  collectionProductsResolver(AdminCollection, AdminProductConnection),
  OldSlugsResolver,
  productMutations,
  productsMutations,
  ProductPayloadResolver,
  ...productDeletePayloadResolvers,
  ...productsPayloadResolvers,
] as const;

/** The resolvers of products in each API. */
export const productResolvers = { shop, admin } as const;
