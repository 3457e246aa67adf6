import type { CollectionId, ProductId } from "./ids.js";

export type ProductEvent =
  | { readonly type: "catalog.product-created"; readonly productId: ProductId; readonly version: number }
  | { readonly type: "catalog.product-updated"; readonly productId: ProductId; readonly version: number; readonly changed: readonly string[] }
  | { readonly type: "catalog.product-deleted"; readonly productId: ProductId; readonly version: number };

export type CollectionEvent =
  | { readonly type: "catalog.collection-created"; readonly collectionId: CollectionId; readonly version: number }
  | { readonly type: "catalog.collection-updated"; readonly collectionId: CollectionId; readonly version: number }
  | { readonly type: "catalog.collection-deleted"; readonly collectionId: CollectionId; readonly version: number };
