import type { GraphQLResolveInfo } from "graphql";
import { type ProductSort, sortOf } from "../../../../application/catalog/ports/product-list.js";
import { type PageArguments, pageRequest } from "../../../../application/shared/page.js";
import type { CollectionOrder } from "../../../../domain/catalog/collections/collection-content.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type Requested, requestedFields } from "../../execution/requested-fields.js";
import { type ConnectionSource, EMPTY_PAGE } from "../../paging/connection-source.js";
import { presentConnection } from "../../paging/present-connection.js";
import { collectionBy } from "../collections/load-collection.js";
import type { AdminProductFilterInput } from "./admin-product-filter-input.js";
import type { ProductSource } from "./product-fields.js";
import { productFilter } from "./product-filter.js";
import { productFields, withMatchingVariant } from "./product-needs.js";
import type { ProductSortInput } from "./product-sort-input.js";

/**
 * One page of the products that a filter lets through. An unknown or hidden collection has none.
 */
export const listProducts = async (
  args: PageArguments,
  filter: AdminProductFilterInput,
  sort: ProductSortInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<ProductSource>> => {
  const { api, app, viewer } = context;
  const page = pageRequest(args);
  const collection = filter.collection
    ? await collectionBy(filter.collection, ITS_ORDER, context)
    : undefined;
  if (collection === null)
    return presentConnection(info, context.batch, {
      read: async () => EMPTY_PAGE,
      count: async () => 0,
    });
  const conditions = productFilter(filter, collection, context);
  return presentConnection(info, context.batch, {
    read: (nodes) =>
      app.catalog[api].products(
        {
          filter: conditions,
          sort: productSort(sort, collection?.sortOrder),
          page,
          fields: withMatchingVariant(productFields(nodes), requestedFields(info)),
        },
        viewer,
      ),
    count: () => app.catalog[api].countProducts(conditions, viewer),
  });
};

const ITS_ORDER: Requested = new Map([["sortOrder", new Map()]]);

const productSort = (
  sort: ProductSortInput | null,
  ofCollection: CollectionOrder = "MANUAL",
): ProductSort => (sort ? { key: sort.key, reverse: sort.reverse ?? false } : sortOf(ofCollection));
