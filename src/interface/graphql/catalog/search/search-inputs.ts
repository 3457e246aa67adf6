import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import {
  SEARCH_SORT_KEYS,
  type SearchSortKey,
} from "../../../../application/catalog/search/product-search.js";
import { enumOf } from "../../enum-of.js";
import { LONGEST_ID, LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";
import { NarrowingInput } from "../inputs.js";

const MOST_OPTIONS = 20;

export const SearchSortKeys = enumOf(SEARCH_SORT_KEYS);
registerEnumType(SearchSortKeys, {
  name: "SearchSortKey",
  description: "What the products that are found are put in order by.",
  valuesConfig: {
    RELEVANCE: {
      description:
        "What fits the query best comes first; what fits equally well by title. Without a query: as MANUAL.",
    },
    TITLE: { description: "By title, from A to Z, without regard to case and accents." },
    PRICE: {
      description: "By lowest price, the cheapest first. Products without a price come last.",
    },
    CREATED: { description: "By the moment they were added, the oldest first." },
    UPDATED: { description: "By the moment they were last changed, the oldest first." },
    MANUAL: {
      description:
        "As the merchant has arranged them by hand in the collection of the filter. Without exactly one collection: as CREATED.",
    },
  },
});

@InputType("SearchSort", { description: "How to put the products that are found in order." })
export class SearchSortInput {
  @Field(() => SearchSortKeys, { description: "What to go by." })
  readonly key!: SearchSortKey;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether to turn the order round.",
  })
  readonly reverse?: boolean | null;
}

@InputType({
  description:
    "One option with the values that are chosen of it: products of which a variant has any of them.",
})
export class OptionFilter {
  @Field(() => String, {
    description: "The name of the option, as the facet `OPTION` gives it in `name`.",
  })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;

  @Field(() => [String], {
    description: "Values of the option, as the facet gives them in `value`. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly values!: readonly string[];
}

@InputType("SearchFilter", {
  description:
    "What the results are narrowed down to. All groups that are given hold together; of the values of one group any is enough. Case and accents are disregarded.",
})
export class SearchFilterInput extends NarrowingInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      "Products of one of these collections, by id: the `value` of the facet `COLLECTION`. Those of collections below them are not meant: name these too. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly collections?: readonly string[] | null;

  @Field(() => [OptionFilter], {
    nullable: true,
    description: "Values of options; each option is a group of its own. At most 20.",
  })
  @ArrayMaxSize(MOST_OPTIONS)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionFilter[] | null;
}
