import type { GraphQLResolveInfo } from "graphql";
import {
  sortOf,
  type CollectionList,
  type ProductSort,
} from "../../../application/catalog/ports.js";
import type { AskedFilter } from "../../../application/catalog/show-catalog.js";
import { pageRequest, type PageArguments } from "../../../application/shared/page.js";
import type { CollectionOrder } from "../../../domain/catalog/collection.js";
import { connectionSource, EMPTY_PAGE, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { requestedFields, type Requested } from "../requested-fields.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields, nodesOf, productFields, wantsPage } from "./fields-of.js";
import {
  backOfficeFilter,
  type AdminProductFilterInput,
  type CollectionFilterInput,
} from "./admin-filters.js";
import { collectionBy } from "./lookups.js";
import type { ProductSource } from "./product-fields.js";
import type { AdminCollectionSortInput, ProductSortInput } from "./sorting.js";
import { narrowing } from "./narrowing.js";

/** One page of the products that a filter lets through. An unknown or hidden collection has none. */
export const listProducts = async (
  args: PageArguments,
  filter: AdminProductFilterInput,
  sort: ProductSortInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<ProductSource>> => {
  const [page, requested] = [pageRequest(args), requestedFields(info)];
  const collection = filter.collection
    ? await collectionBy(filter.collection, ITS_ORDER, context)
    : undefined;
  if (collection === null) return connectionSource(EMPTY_PAGE, async () => 0);
  const conditions = productFilter(filter, collection, context);
  const list = {
    filter: conditions,
    sort: productSort(sort, collection?.sortOrder),
    page,
    fields: productFields(nodesOf(requested)),
  };
  const products = wantsPage(requested)
    ? await context.catalog.products(list, context.viewer)
    : EMPTY_PAGE;
  return connectionSource(products, () =>
    context.catalog.countProducts(conditions, context.viewer),
  );
};

export const listCollections = async (
  args: PageArguments,
  given: CollectionFilterInput,
  sort: AdminCollectionSortInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<CollectionSource>> => {
  const [{ catalog, viewer }, page, requested] = [
    context,
    pageRequest(args),
    requestedFields(info),
  ];
  const parent = given.parent ? await collectionBy(given.parent, JUST_THE_ID, context) : undefined;
  // Below one that cannot be seen, and below one and at the top at once, there is nothing.
  if (parent === null || (parent && given.roots))
    return connectionSource(EMPTY_PAGE, async () => 0);
  const order: CollectionList["sort"] = {
    key: sort?.key ?? "TITLE",
    reverse: sort?.reverse ?? false,
  };
  const filter = {
    ...(given.roots && { parent: null }),
    ...(parent && { parent: parent.id }),
    ...(given.kind && { kind: given.kind }),
    ...(given.text && { text: given.text }),
    ...(given.published != null && { published: given.published }),
  };
  const collections = wantsPage(requested)
    ? await catalog.collections(
        { filter, sort: order, page, fields: collectionFields(nodesOf(requested)) },
        viewer,
      )
    : EMPTY_PAGE;
  return connectionSource(collections, () => catalog.countCollections(filter, viewer));
};

const productSort = (
  sort: ProductSortInput | null,
  own: CollectionOrder = "MANUAL",
): ProductSort => (sort ? { key: sort.key, reverse: sort.reverse ?? false } : sortOf(own));

const JUST_THE_ID: Requested = new Map();
const ITS_ORDER: Requested = new Map([["sortOrder", JUST_THE_ID]]);

/** The filter in the words of the application. */
const productFilter = (
  filter: AdminProductFilterInput,
  collection: CollectionSource | undefined,
  context: GraphqlContext,
): AskedFilter => {
  const { statuses, text } = filter;
  return {
    ...narrowing(filter, context.currency),
    ...(collection && { collection: collection.id }),
    ...(statuses && { statuses }),
    ...(text && { text }),
    ...backOfficeFilter(filter),
  };
};
