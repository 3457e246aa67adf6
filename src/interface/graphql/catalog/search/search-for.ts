import type { GraphQLResolveInfo } from "graphql";
import type {
  FacetValue as FacetValueView,
  Facet as FacetView,
  SearchFilter,
} from "../../../../application/catalog/search/product-search.js";
import { pageRequest, type PageArguments } from "../../../../application/shared/page.js";
import { connectionSource, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { shownMoney } from "../../money.js";
import { requestedFields } from "../../requested-fields.js";
import { nodesOf, productFields } from "../fields-of.js";
import { idOf } from "../lookups.js";
import type { ProductSource } from "../product-fields.js";
import type { Facet, FacetValue, SearchSuggestionType } from "./facet-types.js";
import type { SearchFilterInput, SearchSortInput } from "./search-inputs.js";
import { narrowing } from "../narrowing.js";

interface Asked {
  readonly query: string | null | undefined;
  readonly filter: SearchFilterInput;
  readonly sort: SearchSortInput | null;
  readonly page: PageArguments;
}

/** Whose search: that of the shop finds what is shown, that of staff everything. */
export type SearchEdition = "shop" | "admin";

export interface SearchSource extends Omit<ConnectionSource<ProductSource>, "count"> {
  readonly totalCount: number;
  readonly facets: readonly Facet[];
  readonly suggestions: readonly SearchSuggestionType[];
}

/** Searches for what was asked, and works out no more than was selected. */
export const searchFor = async (
  edition: SearchEdition,
  { query, filter, sort, page }: Asked,
  info: GraphQLResolveInfo,
  { app, viewer, currency }: GraphqlContext,
): Promise<SearchSource> => {
  const requested = requestedFields(info);
  const found = await app.catalog.search[edition](
    {
      query: query ?? null,
      filter: searchFilter(filter, currency),
      sort: { key: sort?.key ?? "RELEVANCE", reverse: sort?.reverse ?? false },
      page: pageRequest(page),
      currency,
      withFacets: requested.has("facets"),
      withSuggestions: requested.has("suggestions"),
      fields: productFields(nodesOf(requested)),
    },
    viewer,
  );
  return Object.assign(
    connectionSource(found.page, async () => found.total),
    {
      totalCount: found.total,
      facets: found.facets.map(shownFacet),
      suggestions: found.suggestions,
    },
  );
};

/** @throws InvalidId, InvalidAmount */
const searchFilter = (
  { collections, options, ...filter }: SearchFilterInput,
  currency: string,
): SearchFilter => ({
  ...narrowing(filter, currency),
  ...(collections && { collections: collections.map((id) => idOf("collection", id)) }),
  ...(options && { options }),
});

const shownFacet = ({ kind, name, label, values, range }: FacetView): Facet => ({
  kind,
  name,
  label,
  values: values.map(shownValue),
  priceRange: range && { min: shownMoney(range.min), max: shownMoney(range.max) },
});

const shownValue = ({ value, label, count, isSelected, min, max }: FacetValueView): FacetValue => ({
  value,
  label,
  count,
  selected: isSelected,
  minPrice: min && shownMoney(min),
  maxPrice: max && shownMoney(max),
});
