import { registerEnumType } from "type-graphql";
import { RULE_FIELDS } from "../../../../domain/catalog/collections/collection-rules.js";
import { enumOf } from "../../schema/enum-of.js";

export const RuleFields = enumOf(RULE_FIELDS);

registerEnumType(RuleFields, {
  name: "CollectionRuleField",
  description:
    "The product field that a condition compares. When a product has several values, such as tags or variants, one match is enough. Conditions on variants that must ALL hold are met by one and the same variant: PRICE, COMPARE_AT_PRICE, ON_SALE, WEIGHT, AVAILABLE, VARIANT_TITLE, OPTION_VALUE, SKU and BARCODE.",
  valuesConfig: {
    TITLE: { description: "The title. Text." },
    PRODUCT_TYPE: { description: "The product type. Text; may be missing." },
    CATEGORY: {
      description: "Taxonomy path, such as `Home & Garden > Kitchen`. Text; may be missing.",
    },
    VENDOR: { description: "The vendor. Text; may be missing." },
    TAG: { description: "The tags. Text; may be missing." },
    PRICE: {
      description: "Prices of the variants, in the currency of the default market. May be missing.",
    },
    LOWEST_PRICE: {
      description:
        "Lowest price of all variants, in the currency of the default market. May be missing.",
    },
    COMPARE_AT_PRICE: {
      description:
        "Compare-at prices of the variants, in the currency of the default market. May be missing.",
    },
    ON_SALE: { description: "Whether at least one variant is on sale: `true` or `false`." },
    WEIGHT: { description: "Weights of the variants in grams. Decimal; may be missing." },
    STOCK: {
      description:
        "Sellable units over all variants with tracked stock. An integer; missing when none is tracked.",
    },
    AVAILABLE: { description: "Whether at least one variant can be bought: `true` or `false`." },
    VARIANT_TITLE: {
      description: "Option values of a variant joined, such as `M / Blue`. Text.",
    },
    OPTION_VALUE: {
      description:
        "Option values of the variants; `key` may name one option. Text; may be missing.",
    },
    SKU: { description: "SKUs of the variants. Text; may be missing." },
    BARCODE: { description: "Barcodes of the variants. Text; may be missing." },
    GIFT_CARD: { description: "Whether the product is a gift card: `true` or `false`." },
    CREATED_AT: { description: "When the product was created. A time with its zone." },
    METAFIELD: {
      description:
        "The custom field named by `key`: `namespace.key`. Numbers and times are compared as such. May be missing.",
    },
  },
});
