import type { GraphQLResolveInfo } from "graphql";
import type {
  FacetValue as FacetValueView,
  Facet as FacetView,
  SearchFilter,
} from "../../../application/search/ports/product-search.js";
import { type PageArguments, pageRequest } from "../../../application/shared/page.js";
import { commonFilter } from "../catalog/products/common-filter.js";
import type { ProductSource } from "../catalog/products/product-fields.js";
import { productFields, withMatchingVariant } from "../catalog/products/product-needs.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { requestedFields } from "../execution/requested-fields.js";
import { presentMoney } from "../money/money-presenter.js";
import { connectionSource, type ConnectionSource } from "../paging/connection-source.js";
import { requestedNodes } from "../paging/requested-nodes.js";
import type { Api } from "../schema/api.js";
import { idOf } from "../schema/id-of.js";
import type { Facet, FacetValue, SearchSuggestionType } from "./facet.js";
import type { SearchFilterInput } from "./search-filter-input.js";
import type { SearchSortInput } from "./search-sort-input.js";

/** Searches products, and works out only what was requested. */
export const searchProducts = async (
  api: Api,
  { query, filter, sort, page }: SearchRequest,
  info: GraphQLResolveInfo,
  { app, viewer, shoppingContext }: GraphqlContext,
): Promise<SearchSource> => {
  const requested = requestedFields(info);
  const currency = shoppingContext?.currency ?? "";
  const found = await app.search[api](
    {
      query: query ?? null,
      filter: searchFilter(filter, currency),
      sort: { key: sort?.key ?? "RELEVANCE", reverse: sort?.reverse ?? false },
      page: pageRequest(page),
      currency,
      withFacets: requested.has("facets"),
      withSuggestions: requested.has("suggestions"),
      fields: withMatchingVariant(productFields(requestedNodes(requested)), requested),
    },
    viewer,
  );
  return Object.assign(
    connectionSource(found.page, async () => found.total, requested),
    {
      totalCount: found.total,
      facets: found.facets.map(presentFacet),
      suggestions: found.suggestions,
    },
  );
};

interface SearchRequest {
  readonly query: string | null | undefined;
  readonly filter: SearchFilterInput;
  readonly sort: SearchSortInput | null;
  readonly page: PageArguments;
}

export interface SearchSource extends Omit<ConnectionSource<ProductSource>, "count"> {
  readonly totalCount: number;
  readonly facets: readonly Facet[];
  readonly suggestions: readonly SearchSuggestionType[];
}

/** @throws InvalidId, InvalidAmount */
const searchFilter = (
  { collections, options, ...filter }: SearchFilterInput,
  currency: string,
): SearchFilter => ({
  ...commonFilter(filter, currency),
  ...(collections && { collections: collections.map((id) => idOf("collection", id)) }),
  ...(options && { options }),
});

const presentFacet = ({ kind, name, label, values, range }: FacetView): Facet => ({
  kind,
  name,
  label,
  values: values.map(presentFacetValue),
  priceRange: range && { min: presentMoney(range.min), max: presentMoney(range.max) },
});

const presentFacetValue = ({
  value,
  label,
  count,
  isSelected,
  min,
  max,
}: FacetValueView): FacetValue => ({
  value,
  label,
  count,
  selected: isSelected,
  minPrice: min && presentMoney(min),
  maxPrice: max && presentMoney(max),
});
