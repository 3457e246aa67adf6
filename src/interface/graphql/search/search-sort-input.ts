import { MaxLength } from "class-validator";
import { Field, InputType, registerEnumType } from "type-graphql";
import {
  SEARCH_SORT_KEYS,
  type SearchSortKey,
} from "../../../application/search/ports/product-search.js";
import { enumOf } from "../schema/enum-of.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import type { SortInput } from "../schema/sort-input.js";

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
      description:
        "By lowest price, lowest first; where the filter has conditions on variants, by the price of `matchingVariant`. Products without a price come last.",
    },
    CREATED: { description: "By creation time, oldest first." },
    UPDATED: { description: "By time of the last change, oldest first." },
    METAFIELD: {
      description:
        "By the custom field that `metafield` names: numbers and dates ascending, choices in their order, texts A to Z in the language of the catalogue. Products without a value come last.",
    },
    MANUAL: {
      description:
        "By the merchant's order in the collection of `in`, or in the only one of the filter; what is only below it comes last. Without such a collection: as CREATED.",
    },
  },
});

@InputType("SearchSort", { description: "Sorts the results." })
export class SearchSortInput implements SortInput<SearchSortKey> {
  @Field(() => SearchSortKeys, { description: "The sort key." })
  readonly key!: SearchSortKey;

  @Field(() => String, {
    nullable: true,
    description:
      "For METAFIELD: namespace and key of a custom field that is sortable, such as `facts.year`.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly metafield?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Reverses the order.",
  })
  readonly reverse?: boolean | null;
}
