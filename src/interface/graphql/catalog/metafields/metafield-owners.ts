import { registerEnumType } from "type-graphql";
import { METAFIELD_OWNERS } from "../../../../domain/catalog/metafields/metafield-usage.js";
import { enumOf } from "../../schema/enum-of.js";

export const MetafieldOwners = enumOf(METAFIELD_OWNERS);
registerEnumType(MetafieldOwners, {
  name: "MetafieldOwner",
  description: "What can have values of a custom field.",
  valuesConfig: {
    PRODUCT: { description: "Products." },
    VARIANT: { description: "Variants." },
    COLLECTION: { description: "Collections." },
  },
});
