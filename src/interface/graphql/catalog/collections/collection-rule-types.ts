import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import {
  RULE_FIELDS,
  RULE_MATCHES,
  RULE_OPERATORS,
  type RuleCondition,
  type RuleField,
  type RuleMatch,
  type RuleOperator,
} from "../../../../domain/catalog/collection-rules.js";
import { COLLECTION_KINDS } from "../../../../domain/catalog/collection.js";
import { enumOf } from "../../enum-of.js";
import { LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";

export const CollectionKinds = enumOf(COLLECTION_KINDS);
registerEnumType(CollectionKinds, {
  name: "CollectionKind",
  description: "Who decides which products stand in a collection.",
  valuesConfig: {
    MANUAL: { description: "People do." },
    AUTOMATED: { description: "Its rules do: products come and go as they change." },
  },
});

const RuleMatches = enumOf(RULE_MATCHES);
registerEnumType(RuleMatches, {
  name: "CollectionRuleMatch",
  description: "How the conditions of an automated collection are taken together.",
  valuesConfig: {
    ALL: { description: "A product meets all of them." },
    ANY: { description: "A product meets at least one of them." },
  },
});

const RuleFields = enumOf(RULE_FIELDS);
registerEnumType(RuleFields, {
  name: "CollectionRuleField",
  description:
    "What of a product a condition looks at. Of what a product has several of, such as tags or variants, it is enough that one fits.",
  valuesConfig: {
    TITLE: { description: "The title. A text." },
    PRODUCT_TYPE: { description: "The product type. A text, may be missing." },
    CATEGORY: {
      description:
        "The path in the taxonomy, such as `Home & Garden > Kitchen`. A text, may be missing.",
    },
    VENDOR: { description: "The vendor. A text, may be missing." },
    TAG: { description: "The tags. Texts, may be missing." },
    PRICE: {
      description:
        "The prices of the variants. Amounts in the currency of the shop, may be missing.",
    },
    LOWEST_PRICE: {
      description:
        "The lowest price of all variants. An amount in the currency of the shop, may be missing.",
    },
    COMPARE_AT_PRICE: {
      description:
        "The crossed-out prices of the variants. Amounts in the currency of the shop, may be missing.",
    },
    ON_SALE: { description: "Whether a variant is reduced: `true` or `false`." },
    WEIGHT: { description: "The weights of the variants, in grams. Decimals, may be missing." },
    STOCK: {
      description:
        "The units that can be sold, over all variants whose stock is counted. A whole number; missing where none is counted.",
    },
    AVAILABLE: { description: "Whether a variant can be bought: `true` or `false`." },
    VARIANT_TITLE: {
      description: "The option values of a variant together, such as `M / Blue`. Texts.",
    },
    OPTION_VALUE: {
      description:
        "The option values of the variants; `key` names one option. Texts, may be missing.",
    },
    SKU: { description: "The SKUs of the variants. Texts, may be missing." },
    BARCODE: { description: "The barcodes of the variants. Texts, may be missing." },
    GIFT_CARD: { description: "Whether it is a gift card: `true` or `false`." },
    CREATED_AT: { description: "When the product was added. A time with its zone." },
    METAFIELD: {
      description:
        "The custom field that `key` names: `namespace.key`. Numbers and times are put in order as such. May be missing.",
    },
  },
});

const RuleOperators = enumOf(RULE_OPERATORS);
registerEnumType(RuleOperators, {
  name: "CollectionRuleOperator",
  description:
    "How a condition compares. Texts are compared without regard to case and accents. Not every operator fits every field: an order needs numbers or times, and parts of words need texts.",
  valuesConfig: {
    EQUALS: { description: "Is this. Fits all fields." },
    NOT_EQUALS: { description: "Is not this; where there are several, none is. Fits all fields." },
    CONTAINS: { description: "Holds these words." },
    NOT_CONTAINS: { description: "Does not hold these words; where there are several, none does." },
    STARTS_WITH: { description: "Begins with these words." },
    ENDS_WITH: { description: "Ends with these words." },
    GREATER_THAN: { description: "Is more, or later." },
    LESS_THAN: { description: "Is less, or earlier." },
    AT_LEAST: { description: "Is as much or more, as late or later." },
    AT_MOST: { description: "Is as much or less, as early or earlier." },
    IS_SET: { description: "Is there. Needs no value." },
    IS_NOT_SET: { description: "Is not there. Needs no value." },
  },
});

@ObjectType("CollectionCondition", {
  simpleResolvers: true,
  description: "One thing that an automated collection asks of its products.",
})
export class CollectionConditionType {
  @Field(() => RuleFields, { description: "What is looked at." })
  readonly field!: RuleField;

  @Field(() => RuleOperators, { description: "How it is compared." })
  readonly operator!: RuleOperator;

  @Field(() => String, {
    nullable: true,
    description: "What with, as text. Null where the operator needs none.",
  })
  readonly value!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Which custom field, as `namespace.key`, or which option. Null for all other fields, and for any option.",
  })
  readonly key!: string | null;
}

@ObjectType("CollectionRules", {
  simpleResolvers: true,
  description: "Which products an automated collection holds.",
})
export class CollectionRulesType {
  @Field(() => RuleMatches, { description: "How the conditions are taken together." })
  readonly match!: RuleMatch;

  @Field(() => [CollectionConditionType], {
    description: "The conditions, in the order in which they were written.",
  })
  readonly conditions!: readonly RuleCondition[];
}

@InputType({ description: "One thing that an automated collection asks of its products." })
export class CollectionConditionInput {
  @Field(() => RuleFields, { description: "What to look at." })
  readonly field!: RuleField;

  @Field(() => RuleOperators, { description: "How to compare it; it has to fit the field." })
  readonly operator!: RuleOperator;

  @Field(() => String, {
    nullable: true,
    description:
      "What to compare it with, as text, at most 255 characters: words, a decimal with a point, `true`, a time such as `2026-11-22T12:00:00Z`. Left out with IS_SET and IS_NOT_SET.",
  })
  @MaxLength(LONGEST_NAME)
  readonly value?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "With METAFIELD: which one, as `namespace.key`. With OPTION_VALUE: the name of the option; left out: any. Not with other fields.",
  })
  @MaxLength(LONGEST_NAME)
  readonly key?: string | null;
}

@InputType({ description: "Which products an automated collection is to hold." })
export class CollectionRulesInput {
  @Field(() => RuleMatches, { description: "How the conditions are taken together." })
  readonly match!: RuleMatch;

  @Field(() => [CollectionConditionInput], { description: "The conditions, 1 to 60." })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly conditions!: readonly CollectionConditionInput[];
}
