import type { GraphQLResolveInfo } from "graphql";
import type {
  CollectionName,
  SearchFilter,
} from "../../../application/search/ports/product-search.js";
import { type PageArguments, pageRequest } from "../../../application/shared/page.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { commonFilter } from "../catalog/products/common-filter.js";
import type { ProductSource } from "../catalog/products/product-fields.js";
import { productFields, withMatchingVariant } from "../catalog/products/product-needs.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { requestedFields } from "../execution/requested-fields.js";
import { connectionSource, type ConnectionSource } from "../paging/connection-source.js";
import { requestedNodes } from "../paging/requested-nodes.js";
import type { Api } from "../schema/api.js";
import { idOf } from "../schema/id-of.js";
import { type IdOrSlug, slugOf } from "../schema/id-or-slug.js";
import type { SearchSuggestionType } from "./facet.js";
import type { FacetSource } from "./facet-types.js";
import { presentFacet } from "./present-facet.js";
import type { SearchFilterInput } from "./search-filter-input.js";
import type { SearchSortInput } from "./search-sort-input.js";

/**
 * Searches products, and works out only what was requested. Null where the viewer sees no such
 * collection.
 */
export const searchProducts = async (
  api: Api,
  { query, within, includeBelow, filter, sort, page }: SearchRequest,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<SearchSource | null> => {
  const { app, viewer, shoppingContext } = context;
  const requested = requestedFields(info);
  const currency = shoppingContext?.currency ?? "";
  const found = await app.search[api](
    {
      query: query ?? null,
      ...(within && { in: collectionName(within) }),
      includeBelow,
      filter: searchFilter(filter, currency),
      sort: {
        key: sort?.key ?? "RELEVANCE",
        reverse: sort?.reverse ?? false,
        ...(sort?.metafield != null && { metafield: sort.metafield }),
      },
      page: pageRequest(page),
      currency,
      withFacets: requested.has("facets"),
      withSuggestions: requested.has("suggestions"),
      fields: withMatchingVariant(productFields(requestedNodes(requested)), requested),
    },
    viewer,
  );
  if (!found) return null;
  return Object.assign(
    connectionSource(found.page, async () => found.total, requested),
    {
      totalCount: found.total,
      collections: found.collections,
      facets: found.facets.map((facet) => presentFacet(facet, context)),
      suggestions: found.suggestions,
    },
  );
};

interface SearchRequest {
  readonly query: string | null | undefined;
  readonly within: IdOrSlug | null;
  readonly includeBelow: boolean;
  readonly filter: SearchFilterInput;
  readonly sort: SearchSortInput | null;
  readonly page: PageArguments;
}

export interface SearchSource extends Omit<ConnectionSource<ProductSource>, "count"> {
  readonly totalCount: number;
  /** The collections that were searched in; empty for the whole catalogue. */
  readonly collections: readonly CollectionId[];
  readonly facets: readonly FacetSource[];
  readonly suggestions: readonly SearchSuggestionType[];
}

/** @throws InvalidId, InvalidAmount */
const searchFilter = (
  { collections, options, metafields, ...filter }: SearchFilterInput,
  currency: string,
): SearchFilter => ({
  ...commonFilter(filter, currency),
  ...(collections && { collections: collections.map((id) => idOf("collection", id)) }),
  ...(options && { options }),
  // What an empty list left of a condition says nothing.
  ...(metafields && {
    metafields: metafields
      .map(({ name, values, min, max }) => ({
        name,
        values: values ?? undefined,
        min: min == null ? undefined : Number(min),
        max: max == null ? undefined : Number(max),
      }))
      .filter(
        ({ values, min, max }) => values !== undefined || min !== undefined || max !== undefined,
      ),
  }),
});

/** @throws InvalidId */
const collectionName = ({ id, slug = "" }: IdOrSlug): CollectionName =>
  id === undefined ? { slug: slugOf(slug) } : { id: idOf("collection", id) };
