import type { CollectionId, MetafieldDefinitionId, ProductId, VariantId } from "./ids.js";

export type ProductEvent =
  | {
      readonly type: "catalog.product-created";
      readonly productId: ProductId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.product-updated";
      readonly productId: ProductId;
      readonly version: number;
      readonly changed: readonly string[];
      /** Left out if there are none. */ readonly removedVariants?: readonly VariantId[];
    }
  | {
      readonly type: "catalog.product-published";
      readonly productId: ProductId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.product-unpublished";
      readonly productId: ProductId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.product-deleted";
      readonly productId: ProductId;
      readonly version: number;
      readonly removedVariants: readonly VariantId[];
    };

export type CollectionEvent =
  | {
      readonly type: "catalog.collection-created";
      readonly collectionId: CollectionId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.collection-updated";
      readonly collectionId: CollectionId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.collection-products-changed";
      readonly collectionId: CollectionId;
      readonly version: number;
      readonly added: readonly ProductId[];
      readonly removed: readonly ProductId[];
      /** Products with a new position. */
      readonly moved: readonly ProductId[];
    }
  | {
      readonly type: "catalog.collection-published";
      readonly collectionId: CollectionId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.collection-unpublished";
      readonly collectionId: CollectionId;
      readonly version: number;
    }
  | {
      readonly type: "catalog.collection-deleted";
      readonly collectionId: CollectionId;
      readonly version: number;
    };

export interface MetafieldDefinitionEvent {
  readonly type:
    | "catalog.metafield-definition-created"
    | "catalog.metafield-definition-updated"
    | "catalog.metafield-definition-deleted";
  readonly metafieldDefinitionId: MetafieldDefinitionId;
  readonly version: number;
}
