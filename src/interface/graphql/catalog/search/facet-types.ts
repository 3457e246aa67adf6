import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  FACET_KINDS,
  SUGGESTION_KINDS,
  type FacetKind,
  type SearchSuggestion,
} from "../../../../application/catalog/search/product-search.js";
import { enumOf } from "../../enum-of.js";
import { MoneyType, PriceRange, type MoneySource } from "../../money.js";

export const FacetKinds = enumOf(FACET_KINDS);
registerEnumType(FacetKinds, {
  name: "FacetKind",
  description: "What a facet goes by, and so which field of the filter takes its values.",
  valuesConfig: {
    COLLECTION: {
      description: "The collections that products stand in. Send `value` in `collections`.",
    },
    TAG: { description: "The tags of products. Send `value` in `tags`." },
    VENDOR: { description: "Who makes the products. Send `value` in `vendors`." },
    PRODUCT_TYPE: {
      description: "The merchant's kinds of product. Send `value` in `productTypes`.",
    },
    OPTION: {
      description:
        "The values of one option that variants have. Send the facet's `name` and `value` in `options`.",
    },
    PRICE: {
      description: "Ranges of prices. Send the amounts of `minPrice` and `maxPrice` in `price`.",
    },
    AVAILABILITY: {
      description: "Whether products can be bought now. Send `value` as a Boolean in `available`.",
    },
    ON_SALE: {
      description: "Whether products are reduced. Send `value` as a Boolean in `onSale`.",
    },
  },
});

const SuggestionKinds = enumOf(SUGGESTION_KINDS);
registerEnumType(SuggestionKinds, {
  name: "SearchSuggestionKind",
  description: "Why a query is suggested.",
  valuesConfig: {
    DID_YOU_MEAN: {
      description: "Nothing has the words as they were written; with these the results were found.",
    },
    COMPLETION: { description: "How the word that is being typed may go on." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "One value that the results can be narrowed down to.",
})
export class FacetValue {
  @Field(() => String, { description: "What the filter takes: see the kind of the facet." })
  readonly value!: string;

  @Field(() => String, {
    description:
      "What to show for it: of collections and options in the language of the request, otherwise the text itself.",
  })
  readonly label!: string;

  @Field(() => Int, {
    description:
      "How many products there are with this value under the query and the filters of all other facets.",
  })
  readonly count!: number;

  @Field(() => Boolean, { description: "Whether the filter of this request holds it." })
  readonly selected!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "Of a range of prices the lower end, included. Null where it is open, and of other facets.",
  })
  readonly minPrice!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "Of a range of prices the upper end, included. Null where it is open, and of other facets.",
  })
  readonly maxPrice!: MoneySource | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "One property that the results can be narrowed down by. Facets without values are left out.",
})
export class Facet {
  @Field(() => FacetKinds, { description: "What it goes by." })
  readonly kind!: FacetKind;

  @Field(() => String, {
    nullable: true,
    description:
      "Of OPTION the name of the option as it was written first, such as `Size`: what the filter takes, and the same in every language. Null of other kinds.",
  })
  readonly name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Of OPTION what to show as its name, in the language of the request. Null of other kinds.",
  })
  readonly label!: string | null;

  @Field(() => [FacetValue], {
    description:
      "The values with the most products first, at most 100 and those that are selected; ranges of prices from low to high.",
  })
  readonly values!: readonly FacetValue[];

  @Field(() => PriceRange, {
    nullable: true,
    description: "Of PRICE the lowest and the highest price. Null of other kinds.",
  })
  readonly priceRange!: { readonly min: MoneySource; readonly max: MoneySource } | null;
}

@ObjectType("SearchSuggestion", {
  simpleResolvers: true,
  description: "Another query that finds something.",
})
export class SearchSuggestionType {
  @Field(() => SuggestionKinds, { description: "Why it is suggested." })
  readonly kind!: SearchSuggestion["kind"];

  @Field(() => String, { description: "What to search for." })
  readonly query!: string;
}
