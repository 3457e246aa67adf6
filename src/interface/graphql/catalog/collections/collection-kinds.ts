import { registerEnumType } from "type-graphql";
import { COLLECTION_KINDS } from "../../../../domain/catalog/collections/collection-content.js";
import { enumOf } from "../../schema/enum-of.js";

export const CollectionKinds = enumOf(COLLECTION_KINDS);
registerEnumType(CollectionKinds, {
  name: "CollectionKind",
  description: "Whether products are chosen by hand or by rules.",
  valuesConfig: {
    MANUAL: { description: "Products are chosen by hand." },
    AUTOMATED: {
      description: "Rules choose the products; they are added and removed as they change.",
    },
  },
});
