import { registerEnumType } from "type-graphql";
import { PRODUCT_STATUSES } from "../../../../domain/catalog/products/product-content.js";
import { enumOf } from "../../schema/enum-of.js";

export const ProductStatuses = enumOf(PRODUCT_STATUSES);
registerEnumType(ProductStatuses, {
  name: "ProductStatus",
  description: "The lifecycle status of a product.",
  valuesConfig: {
    DRAFT: { description: "In preparation; visible to staff only." },
    ACTIVE: { description: "For sale: the shop shows it during its publication." },
    ARCHIVED: { description: "No longer sold; visible to staff only." },
  },
});
