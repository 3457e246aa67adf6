import { AdminCollectionFilterInput } from "./admin-collection-filter-input.js";
import { AdminCollection, AdminCollectionConnection } from "./admin-collection.js";
import { collectionMutations } from "./collection-mutations.js";
import { collectionPayloadResolvers } from "./collection-payload.js";
import { collectionProductMutations } from "./collection-product-mutations.js";
import { collectionQueries } from "./collection-queries.js";
import { AdminCollectionSortInput, ShopCollectionSortInput } from "./collection-sort-input.js";
import { collectionTreeResolver } from "./collection-tree-resolver.js";
import { ShopCollectionFilterInput } from "./shop-collection-filter-input.js";
import { ShopCollection, ShopCollectionConnection } from "./shop-collection.js";

const shop = [
  collectionQueries(
    "shop",
    {
      Collection: ShopCollection,
      CollectionConnection: ShopCollectionConnection,
      CollectionFilter: ShopCollectionFilterInput,
      CollectionSort: ShopCollectionSortInput,
    },
    {
      collection:
        "A collection. Null when it does not exist or is not shown in the shop. A former slug finds it too: if the returned `slug` differs from the requested one, redirect to it.",
      collections:
        "Collections that the shop shows. For a menu use `filter: { roots: true }` and `children`.",
    },
  ),
  collectionTreeResolver(ShopCollection, ShopCollectionConnection),
] as const;

const admin = [
  collectionQueries(
    "admin",
    {
      Collection: AdminCollection,
      CollectionConnection: AdminCollectionConnection,
      CollectionFilter: AdminCollectionFilterInput,
      CollectionSort: AdminCollectionSortInput,
    },
    {
      collection:
        "A collection. Null when it does not exist. A former slug finds it too: if the returned `slug` differs from the requested one, redirect to it.",
      collections: "Collections, published or not.",
    },
  ),
  collectionTreeResolver(AdminCollection, AdminCollectionConnection),
  collectionMutations,
  collectionProductMutations,
  ...collectionPayloadResolvers,
] as const;

/** The resolvers of collections in each API. */
export const collectionResolvers = { shop, admin } as const;
