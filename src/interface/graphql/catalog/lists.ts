import type { GraphQLResolveInfo } from "graphql";
import type { CollectionList, ProductSort } from "../../../application/catalog/ports.js";
import type { AskedFilter } from "../../../application/catalog/show-catalog.js";
import { pageRequest, type PageArguments } from "../../../application/shared/page.js";
import { Money } from "../../../domain/shared/money.js";
import { connectionSource, EMPTY_PAGE, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { requestedFields, type Requested } from "../requested-fields.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields, nodesOf, productFields, wantsPage } from "./fields-of.js";
import { backOfficeFilter, type AdminProductFilterInput, type CollectionFilterInput } from "./admin-filters.js";
import { collectionBy } from "./lookups.js";
import type { ProductSource } from "./product-fields.js";
import type { AdminCollectionSortInput, ProductSortInput } from "./sorting.js";

/** One page of the products that a filter lets through. An unknown or hidden collection has none. */
export const listProducts = async (args: PageArguments, filter: AdminProductFilterInput, sort: ProductSortInput | null, info: GraphQLResolveInfo, context: GraphqlContext): Promise<ConnectionSource<ProductSource>> => {
  const [page, requested] = [pageRequest(args), requestedFields(info)];
  const conditions = await productFilter(filter, context);
  if (conditions === null) return connectionSource(EMPTY_PAGE, async () => 0);
  const list = { filter: conditions, sort: productSort(sort), page, fields: productFields(nodesOf(requested)) };
  const products = wantsPage(requested) ? await context.catalog.products(list, context.viewer) : EMPTY_PAGE;
  return connectionSource(products, () => context.catalog.countProducts(conditions, context.viewer));
};

export const listCollections = async (args: PageArguments, given: CollectionFilterInput, sort: AdminCollectionSortInput | null, info: GraphQLResolveInfo, { catalog, viewer }: GraphqlContext): Promise<ConnectionSource<CollectionSource>> => {
  const [page, requested] = [pageRequest(args), requestedFields(info)];
  const order: CollectionList["sort"] = { key: sort?.key ?? "TITLE", reverse: sort?.reverse ?? false };
  const filter = { ...(given.text && { text: given.text }), ...(given.published != null && { published: given.published }) };
  const collections = wantsPage(requested) ? await catalog.collections({ filter, sort: order, page, fields: collectionFields(nodesOf(requested)) }, viewer) : EMPTY_PAGE;
  return connectionSource(collections, () => catalog.countCollections(filter, viewer));
};

const productSort = (sort: ProductSortInput | null): ProductSort => ({ key: sort?.key ?? "MANUAL", reverse: sort?.reverse ?? false });

const JUST_THE_ID: Requested = new Map();

/** The filter in the words of the application; null when it names a collection that the viewer cannot see. */
const productFilter = async (filter: AdminProductFilterInput, context: GraphqlContext): Promise<AskedFilter | null> => {
  const collection = filter.collection ? await collectionBy(filter.collection, JUST_THE_ID, context) : undefined;
  if (collection === null) return null;
  const { tags, vendors, productTypes, price, available, onSale, statuses, text } = filter;
  return {
    ...(collection && { collection: collection.id }),
    ...(tags && { tags }),
    ...(vendors && { vendors }),
    ...(productTypes && { types: productTypes }),
    ...(price?.min != null && { minPrice: Money.parse(price.min, context.currency) }),
    ...(price?.max != null && { maxPrice: Money.parse(price.max, context.currency) }),
    ...(available != null && { available }),
    ...(onSale != null && { onSale }),
    ...(statuses && { statuses }),
    ...(text && { text }),
    ...backOfficeFilter(filter),
  };
};
