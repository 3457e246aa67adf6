import { tags as checkedTags } from "../../../domain/catalog/products/tags.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import type { ProductAction } from "./product-action.js";

interface TagProduct {
  /** Compared without regard to case and accents. */
  readonly tags: readonly string[];
}

/** Adds tags that a product does not have yet. */
export const tagProduct: ProductAction<TagProduct> = {
  check: ({ tags }) =>
    void withPath(
      (path) => ["tags", ...path],
      () => checkedTags(tags),
    ),
  apply: ({ product }, { tags }, now) => (product.addTags(tags, now), []),
};

/** Removes tags from a product. */
export const untagProduct: ProductAction<TagProduct> = {
  apply: ({ product }, { tags }, now) => (product.removeTags(tags, now), []),
};
