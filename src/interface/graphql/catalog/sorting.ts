import { Field, InputType, registerEnumType } from "type-graphql";
import {
  COLLECTION_SORT_KEYS,
  PRODUCT_SORT_KEYS,
  type CollectionList,
  type ProductSortKey,
} from "../../../application/catalog/ports.js";
import { enumOf } from "../enum-of.js";

export const ProductSortKeys = enumOf(PRODUCT_SORT_KEYS);
registerEnumType(ProductSortKeys, {
  name: "ProductSortKey",
  description: "What products are put in order by.",
  valuesConfig: {
    TITLE: {
      description:
        "By title, from A to Z, without regard to case and accents. Titles are put in order as they were written first, in whichever language they are shown.",
    },
    PRICE: {
      description: "By lowest price, the cheapest first. Products without a price come last.",
    },
    CREATED: { description: "By the moment they were added, the oldest first." },
    UPDATED: { description: "By the moment they were last changed, the oldest first." },
    MANUAL: {
      description:
        "As the merchant has arranged them by hand in the collection of the filter. Without one: as CREATED.",
    },
  },
});

const COLLECTION_ORDERS = {
  name: "CollectionSortKey",
  description: "What collections are put in order by.",
  valuesConfig: {
    TITLE: {
      description:
        "By title, from A to Z, without regard to case and accents. Titles are put in order as they were written first, in whichever language they are shown.",
    },
    CREATED: { description: "By the moment they were added, the oldest first." },
    UPDATED: { description: "By the moment they were last changed, the oldest first." },
    MANUAL: {
      description:
        "As the merchant has arranged them below one parent, or at the top: together with the filter `parent` or `roots`. Without it: as CREATED.",
    },
  },
};

const CollectionSortKeys = enumOf(["TITLE", "CREATED", "MANUAL"]);
registerEnumType(CollectionSortKeys, COLLECTION_ORDERS);

const AdminCollectionSortKeys = enumOf(COLLECTION_SORT_KEYS);
registerEnumType(AdminCollectionSortKeys, COLLECTION_ORDERS);

@InputType("ProductSort", { description: "How to put products in order." })
export class ProductSortInput {
  @Field(() => ProductSortKeys, { description: "What to go by." })
  readonly key!: ProductSortKey;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether to turn the order round.",
  })
  readonly reverse?: boolean | null;
}

@InputType("CollectionSort", { description: "How to put collections in order." })
export class CollectionSortInput {
  @Field(() => CollectionSortKeys, { description: "What to go by." })
  readonly key!: CollectionList["sort"]["key"];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether to turn the order round.",
  })
  readonly reverse?: boolean | null;
}

@InputType("CollectionSort", { description: "How to put collections in order." })
export class AdminCollectionSortInput {
  @Field(() => AdminCollectionSortKeys, { description: "What to go by." })
  readonly key!: CollectionList["sort"]["key"];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether to turn the order round.",
  })
  readonly reverse?: boolean | null;
}
