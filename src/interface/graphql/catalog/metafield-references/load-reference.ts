import type {
  CollectionId,
  MediaId,
  ProductId,
  VariantId,
} from "../../../../domain/catalog/ids.js";
import type { ReferencedKind } from "../../../../domain/catalog/metafields/metafield-type.js";
import { id } from "../../../../domain/shared/id.js";
import { CACHE_TAGS } from "../../caching/cache-tags.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { loadMedia } from "../../media/load-media.js";
import { loadCollection } from "../collections/load-collection.js";
import { loadProduct } from "../products/load-product.js";
import { productFields } from "../products/product-needs.js";
import { variantById } from "../variants/variant-by-id.js";

type Found = { readonly id: string } | null;

/** How a kind is found, and what GraphQL calls it. */
interface Kind {
  readonly typeName: string;
  readonly find: (raw: string, requested: Requested, context: GraphqlContext) => Promise<Found>;
}

const KINDS: Readonly<Record<ReferencedKind, Kind>> = {
  product: {
    typeName: "Product",
    find: async (raw, requested, context) => {
      const product = id<ProductId>(raw);
      context.answer.cached?.tags.addProduct(product);
      return loadProduct(context, product, productFields(requested));
    },
  },
  variant: {
    typeName: "Variant",
    find: async (raw, requested, context) => {
      const variant = await variantById(id<VariantId>(raw), requested, context);
      const tags = context.answer.cached?.tags;
      if (variant?.productId) tags?.addProduct(variant.productId);
      else tags?.addList(CACHE_TAGS.products);
      return variant;
    },
  },
  collection: {
    typeName: "Collection",
    find: async (raw, requested, context) => {
      const collection = id<CollectionId>(raw);
      context.answer.cached?.tags.addCollection(collection);
      return loadCollection(context, collection, requested);
    },
  },
  media: {
    typeName: "Media",
    find: async (raw, requested, context) => {
      // An image may be that of any product or collection.
      context.answer.cached?.tags.addList(CACHE_TAGS.products);
      context.answer.cached?.tags.addList(CACHE_TAGS.collections);
      return loadMedia(context, id<MediaId>(raw), requested);
    },
  },
};

export const typeNameOf = (kind: ReferencedKind): string => KINDS[kind].typeName;

/**
 * What a custom field refers to, together with everything of this kind that is requested in the
 * same tick. Caches learn that the answer depends on it, even when it is not shown.
 * @returns null when it does not exist, or is not shown to this viewer
 */
export const loadReference = async (
  kind: ReferencedKind,
  raw: string,
  requested: Requested,
  context: GraphqlContext,
): Promise<Found> => {
  const { typeName, find } = KINDS[kind];
  const found = await find(raw, requested, context);
  return found && Object.assign({}, found, { __typename: typeName });
};
