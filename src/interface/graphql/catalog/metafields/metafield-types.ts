import { registerEnumType } from "type-graphql";
import { METAFIELD_TYPES } from "../../../../domain/catalog/metafields/metafield-type.js";
import { enumOf } from "../../schema/enum-of.js";

export const MetafieldTypes = enumOf(METAFIELD_TYPES);
registerEnumType(MetafieldTypes, {
  name: "MetafieldType",
  description:
    "The type of a custom field. It determines the format of its text. A list has 1 to 100 different values.",
  valuesConfig: {
    TEXT: { description: "One line of text." },
    MULTILINE_TEXT: { description: "Text with line breaks." },
    INTEGER: { description: "An integer." },
    DECIMAL: { description: "A decimal number with a point." },
    BOOLEAN: { description: "`true` or `false`." },
    DATE: { description: "A date such as `2026-11-22`." },
    DATE_TIME: { description: "A time such as `2026-11-22T12:00:00Z`." },
    URL: { description: "A URL that begins with `https://` or `http://`." },
    JSON: { description: "JSON." },
    CHOICE: { description: "One of the choices of the definition, by its `value`." },
    PRODUCT: { description: "The id of a product." },
    VARIANT: { description: "The id of a variant." },
    COLLECTION: { description: "The id of a collection." },
    MEDIA: { description: "The id of an image of a product or a collection." },
    TEXT_LIST: { description: 'A JSON array of lines of text, such as `["a","b"]`.' },
    INTEGER_LIST: { description: 'A JSON array of integers as texts, such as `["1","2"]`.' },
    DECIMAL_LIST: { description: "A JSON array of decimal numbers as texts." },
    DATE_LIST: { description: "A JSON array of dates." },
    URL_LIST: { description: "A JSON array of URLs." },
    CHOICE_LIST: { description: "A JSON array of choices, each by its `value`." },
    PRODUCT_LIST: { description: "A JSON array of ids of products." },
    VARIANT_LIST: { description: "A JSON array of ids of variants." },
    COLLECTION_LIST: { description: "A JSON array of ids of collections." },
    MEDIA_LIST: { description: "A JSON array of ids of images." },
  },
});
