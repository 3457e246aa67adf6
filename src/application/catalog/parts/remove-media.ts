import { MediaNotFound } from "../../../domain/catalog/errors.js";
import { findParts } from "../../../domain/catalog/find-parts.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface RemoveMedia extends Target {
  readonly mediaIds: readonly string[];
}

/** Takes images away from a product; variants that point at them have no image of their own then. */
export const removeMedia = change(
  mayWriteCatalog,
  ({ mediaIds, ...target }: RemoveMedia, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const doomed = findParts(
        before.media,
        mediaIds,
        problems,
        (index) => ["mediaIds", index],
        (id, place) => new MediaNotFound(id, place),
      );
      const gone = new Set<string | null>(doomed.map(({ part }) => part.id));
      const variants = before.variants.map((variant) =>
        gone.has(variant.mediaId) ? { ...variant, mediaId: null } : variant,
      );
      return {
        content: { ...before, variants, media: before.media.filter(({ id }) => !gone.has(id)) },
        problems,
      };
    }),
);
