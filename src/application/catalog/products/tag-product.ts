import { tags as checkedTags } from "../../../domain/catalog/tags.js";
import { placedNow } from "../../../domain/shared/domain-error.js";
import { onMany, onOne, type ProductDeed } from "./product-deed.js";

export interface TagProduct {
  /** Compared without regard to case and accents. */
  readonly tags: readonly string[];
}

const add: ProductDeed<TagProduct> = {
  check: ({ tags }) =>
    void placedNow(
      (path) => ["tags", ...path],
      () => checkedTags(tags),
    ),
  act: ({ product }, { tags }, now) => (product.addTags(tags, now), []),
};

const remove: ProductDeed<TagProduct> = {
  act: ({ product }, { tags }, now) => (product.removeTags(tags, now), []),
};

/** Puts tags on a product that it does not carry yet. */
export const addProductTags = onOne(add);
export const addProductsTags = onMany(add);

/** Takes tags off a product, however they are written. */
export const removeProductTags = onOne(remove);
export const removeProductsTags = onMany(remove);
