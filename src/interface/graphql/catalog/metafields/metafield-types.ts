import { registerEnumType } from "type-graphql";
import { METAFIELD_TYPES } from "../../../../domain/catalog/metafields/metafield.js";
import { enumOf } from "../../schema/enum-of.js";

export const MetafieldTypes = enumOf(METAFIELD_TYPES);
registerEnumType(MetafieldTypes, {
  name: "MetafieldType",
  description: "The type of a custom field. It determines the format of its text.",
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
  },
});
