import { registerEnumType } from "type-graphql";
import {
  COLLECTION_SORT_KEYS,
  type CollectionList,
} from "../../../../application/catalog/ports/collection-list.js";
import { enumOf } from "../../schema/enum-of.js";
import { sortInput, type SortInput } from "../../schema/sort-input.js";

const SORT_KEYS = {
  name: "CollectionSortKey",
  description: "Sort keys of collections.",
  valuesConfig: {
    TITLE: {
      description:
        "By title, A to Z, without regard to case and accents. The title in the language of the catalogue is compared, whatever language is displayed.",
    },
    CREATED: { description: "By creation time, oldest first." },
    UPDATED: { description: "By time of the last change, oldest first." },
    MANUAL: {
      description:
        "By the merchant's order among the children of one parent, or at the top; combine it with the filter `parent` or `roots`. Without such a filter: as CREATED.",
    },
  },
};

const CollectionSortKeys = enumOf(["TITLE", "CREATED", "MANUAL"]);
registerEnumType(CollectionSortKeys, SORT_KEYS);

const AdminCollectionSortKeys = enumOf(COLLECTION_SORT_KEYS);
registerEnumType(AdminCollectionSortKeys, SORT_KEYS);

const SORT = "Sorts collections.";

export const ShopCollectionSortInput = sortInput("CollectionSort", SORT, CollectionSortKeys);
export const AdminCollectionSortInput = sortInput("CollectionSort", SORT, AdminCollectionSortKeys);
export type CollectionSortInput = SortInput<CollectionList["sort"]["key"]>;
