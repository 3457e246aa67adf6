import { MediaNotFound } from "../../../domain/catalog/errors.js";
import { inOrder } from "../../../domain/catalog/in-order.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface ReorderMedia extends Target {
  /** In the new order; those that are left out keep theirs behind them. */
  readonly mediaIds: readonly string[];
}

/** Puts the images of a product in order; the first one stands for it in lists. */
export const reorderMedia = change(
  mayWriteCatalog,
  ({ mediaIds, ...target }: ReorderMedia, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const media = inOrder(
        before.media,
        mediaIds,
        problems,
        (index) => ["mediaIds", index],
        (id, place) => new MediaNotFound(id, place),
      );
      return { content: { ...before, media }, problems };
    }),
);
