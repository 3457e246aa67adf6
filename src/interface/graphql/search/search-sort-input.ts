import { registerEnumType } from "type-graphql";
import {
  SEARCH_SORT_KEYS,
  type SearchSortKey,
} from "../../../application/search/ports/product-search.js";
import { enumOf } from "../schema/enum-of.js";
import { sortInput, type SortInput } from "../schema/sort-input.js";

const SearchSortKeys = enumOf(SEARCH_SORT_KEYS);
registerEnumType(SearchSortKeys, {
  name: "SearchSortKey",
  description: "Sort keys of a search.",
  valuesConfig: {
    RELEVANCE: {
      description:
        "Best match first, then by title. Without a query: with `in` by the `sortOrder` of the collection, otherwise as MANUAL.",
    },
    TITLE: { description: "By title, A to Z, without regard to case and accents." },
    PRICE: {
      description: "By lowest price, lowest first. Products without a price come last.",
    },
    CREATED: { description: "By creation time, oldest first." },
    UPDATED: { description: "By time of the last change, oldest first." },
    MANUAL: {
      description:
        "By the merchant's order in the collection of `in`, or in the only one of the filter; what is only below it comes last. Without such a collection: as CREATED.",
    },
  },
});

export const SearchSortInput = sortInput<SearchSortKey>(
  "SearchSort",
  "Sorts the results.",
  SearchSortKeys,
);
export type SearchSortInput = SortInput<SearchSortKey>;
