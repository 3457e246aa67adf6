import { findByIds } from "../../../domain/catalog/find-by-ids.js";
import { MediaNotFound } from "../../../domain/catalog/images/errors.js";
import { withLooks } from "../../../domain/catalog/options/swatch.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductMediaRemove extends Target {
  readonly mediaIds: readonly string[];
}

/**
 * Removes images from a product. Variants that show one of them have no image of their own after
 * that, and option values no swatch.
 */
export const productMediaRemove = change(
  mayWriteCatalog,
  ({ mediaIds, ...target }: ProductMediaRemove, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const found = findByIds(
        before.media,
        mediaIds,
        problems,
        (index) => ["mediaIds", index],
        (id, path) => new MediaNotFound(id, path),
      );
      const removed = new Set<string | null>(found.map(({ item }) => item.id));
      const variants = before.variants.map((variant) =>
        removed.has(variant.mediaId) ? { ...variant, mediaId: null } : variant,
      );
      const options = before.options.map((option) =>
        withLooks(option, (look) => (removed.has(look.mediaId ?? null) ? null : look)),
      );
      return {
        content: {
          ...before,
          options,
          variants,
          media: before.media.filter(({ id }) => !removed.has(id)),
        },
        problems,
      };
    }),
);
