import { MediaNotFound } from "../../../domain/catalog/images/errors.js";
import { reorder } from "../../../domain/catalog/reorder.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductMediaReorder extends Target {
  /** In the new order. Images that are left out keep their order and follow. */
  readonly mediaIds: readonly string[];
}

/** Changes the order of the images of a product. Lists show the first one. */
export const productMediaReorder = change(
  mayWriteCatalog,
  ({ mediaIds, ...target }: ProductMediaReorder, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const media = reorder(
        before.media,
        mediaIds,
        problems,
        (index) => ["mediaIds", index],
        (id, path) => new MediaNotFound(id, path),
      );
      return { content: { ...before, media }, problems };
    }),
);
