import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  FACET_KINDS,
  type FacetKind,
  type SearchSuggestion,
  SUGGESTION_KINDS,
} from "../../../application/search/ports/product-search.js";
import type { MoneySource } from "../money/money-presenter.js";
import { MoneyType, PriceRange } from "../money/money-type.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield-type.js";
import { MetafieldTypes } from "../catalog/metafields/metafield-types.js";
import { type SwatchSource, SwatchType } from "../catalog/options/swatch-type.js";
import { Decimal } from "../schema/decimal.js";
import { enumOf } from "../schema/enum-of.js";

const FacetKinds = enumOf(FACET_KINDS);
registerEnumType(FacetKinds, {
  name: "FacetKind",
  description: "The kind of a facet. It determines which filter field takes its values.",
  valuesConfig: {
    COLLECTION: {
      description: "Collections of the products. Send `value` in `collections`.",
    },
    TAG: { description: "Tags. Send `value` in `tags`." },
    VENDOR: { description: "Vendors. Send `value` in `vendors`." },
    PRODUCT_TYPE: {
      description: "Product types. Send `value` in `productTypes`.",
    },
    OPTION: {
      description: "The values of one option. Send the facet's `name` and `value` in `options`.",
    },
    METAFIELD: {
      description:
        "The values of one custom field that is filterable. Send the facet's `name` in `metafields`, with `value` of values, or with `from` and `to` of ranges of numbers.",
    },
    PRICE: {
      description: "Price ranges. Send the amounts of `minPrice` and `maxPrice` in `price`.",
    },
    AVAILABILITY: {
      description: "Availability. Send `value` as a Boolean in `available`.",
    },
    ON_SALE: {
      description: "On sale or not. Send `value` as a Boolean in `onSale`.",
    },
  },
});

const SuggestionKinds = enumOf(SUGGESTION_KINDS);
registerEnumType(SuggestionKinds, {
  name: "SearchSuggestionKind",
  description: "The kind of a suggestion.",
  valuesConfig: {
    DID_YOU_MEAN: {
      description: "A correction: the words as typed have no results, these have.",
    },
    COMPLETION: { description: "Completes the word that is being typed." },
  },
});

@ObjectType("NumberRange", {
  simpleResolvers: true,
  description: "The lowest and the highest of several numbers.",
})
export class NumberRangeType {
  @Field(() => Decimal, { description: "The lowest number." })
  readonly min!: string;

  @Field(() => Decimal, { description: "The highest number." })
  readonly max!: string;
}

/** What a value of a facet is in both APIs. */
@ObjectType({ simpleResolvers: true })
export abstract class FacetValueFields {
  @Field(() => String, {
    description: "The value to send in the filter field named by the facet's kind.",
  })
  readonly value!: string;

  @Field(() => String, {
    description:
      "Text for display in the language of the request: translated for collections, options, availability and reductions; a price range as `10 € – 19,99 €`; for tags, vendors and product types the value itself.",
  })
  readonly label!: string;

  @Field(() => Int, {
    description:
      "Number of products with this value that match the query and the filters of all other facets. Of options, prices, availability and reductions, one and the same variant has the value and meets the others.",
  })
  readonly count!: number;

  @Field(() => Boolean, { description: "Whether the filter of this request contains the value." })
  readonly selected!: boolean;

  @Field(() => SwatchType, {
    nullable: true,
    description:
      "For OPTION: what the value looks like; where products disagree, as with most of them. Null when it has no swatch, and for other facets.",
  })
  readonly swatch!: SwatchSource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "Lower end of a price range, inclusive. Null when it is open, and for other facets.",
  })
  readonly minPrice!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "Upper end of a price range, inclusive. Null when it is open, and for other facets.",
  })
  readonly maxPrice!: MoneySource | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Lower end of a range of numbers of a custom field, inclusive: `min` in the filter. Null when it is open, and for other facets.",
  })
  readonly from!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Upper end of a range of numbers of a custom field, inclusive: `max` in the filter. Null when it is open, and for other facets.",
  })
  readonly to!: string | null;
}

/** What a facet is in both APIs, except its values. */
@ObjectType({ simpleResolvers: true })
export abstract class FacetFields {
  @Field(() => FacetKinds, { description: "The kind of property." })
  readonly kind!: FacetKind;

  @Field(() => String, {
    nullable: true,
    description:
      "For OPTION: the option's name in the language of the catalogue, such as `Size`. For METAFIELD: namespace and key, such as `care.washing`. Send this in the filter. Otherwise null.",
  })
  readonly name!: string | null;

  @Field(() => String, {
    description:
      "The heading for display in the language of the request: the option's or the custom field's name, otherwise such as `Price`. Headings and the values of AVAILABILITY and ON_SALE are in English where Plinth has no texts in the language; replace them by `kind` if you like.",
  })
  readonly label!: string;

  @Field(() => PriceRange, {
    nullable: true,
    description: "For PRICE: the lowest and highest price. Otherwise null.",
  })
  readonly priceRange!: { readonly min: MoneySource; readonly max: MoneySource } | null;

  @Field(() => MetafieldTypes, {
    nullable: true,
    description: "For METAFIELD: the type of the custom field. Otherwise null.",
  })
  readonly metafieldType!: MetafieldType | null;

  @Field(() => NumberRangeType, {
    nullable: true,
    description:
      "For METAFIELD of numbers: the lowest and the highest number, for a slider. Otherwise null.",
  })
  readonly numberRange!: NumberRangeType | null;
}

@ObjectType("SearchSuggestion", {
  simpleResolvers: true,
  description: "Another query that has results.",
})
export class SearchSuggestionType {
  @Field(() => SuggestionKinds, { description: "Why it is suggested." })
  readonly kind!: SearchSuggestion["kind"];

  @Field(() => String, { description: "The query to search for." })
  readonly query!: string;
}
