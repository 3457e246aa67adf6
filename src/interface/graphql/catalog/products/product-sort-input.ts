import { registerEnumType } from "type-graphql";
import {
  PRODUCT_SORT_KEYS,
  type ProductSortKey,
} from "../../../../application/catalog/ports/product-list.js";
import { enumOf } from "../../schema/enum-of.js";
import { sortInput, type SortInput } from "../../schema/sort-input.js";

const ProductSortKeys = enumOf(PRODUCT_SORT_KEYS);
registerEnumType(ProductSortKeys, {
  name: "ProductSortKey",
  description: "Sort keys of products.",
  valuesConfig: {
    TITLE: {
      description:
        "By title, A to Z, without regard to case and accents. The title in the language of the catalogue is compared, whatever language is displayed.",
    },
    PRICE: {
      description:
        "By lowest price of the product, lowest first, also under conditions on variants: `search` goes by the variant that matches. Products without a price come last.",
    },
    CREATED: { description: "By creation time, oldest first." },
    UPDATED: { description: "By time of the last change, oldest first." },
    MANUAL: {
      description:
        "By the merchant's order in the collection of the filter. Without a collection: as CREATED.",
    },
  },
});

export const ProductSortInput = sortInput<ProductSortKey>(
  "ProductSort",
  "Sorts products.",
  ProductSortKeys,
);
export type ProductSortInput = SortInput<ProductSortKey>;
