import { findByIds } from "../../../domain/catalog/find-by-ids.js";
import { MediaNotFound } from "../../../domain/catalog/images/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { patchedValue } from "../../shared/patch.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { imageUrls, type MediaInput } from "./media-input.js";

interface ProductMediaUpdate extends Target {
  /** What is left out of an image stays; null clears its alternative text or its focal point. */
  readonly media: readonly (MediaInput & { readonly id: string })[];
}

/** Changes images of a product. */
export const productMediaUpdate = change(
  mayWriteCatalog,
  async (
    { media, ...target }: ProductMediaUpdate,
    work: Work<EditStores>,
  ): Promise<ProductEdited> => {
    const problems = new Problems();
    const urls = await imageUrls(work.stores, media, work.now, problems, (index) => [
      "media",
      index,
    ]);
    return editProduct(work, target, ({ before }) => {
      const found = findByIds(
        before.media,
        media.map(({ id }) => id),
        problems,
        (index) => ["media", index, "id"],
        (id, path) => new MediaNotFound(id, path),
      );
      const indexes = new Map<string, number>(found.map(({ item, index }) => [item.id, index]));
      const edited = before.media.map((image) => {
        const index = indexes.get(image.id) ?? -1;
        const patch = media[index];
        if (!patch) return image;
        const { focalPoint: stored, ...rest } = image;
        const focalPoint = patchedValue(patch.focalPoint, stored, undefined);
        return {
          ...rest,
          url: urls[index] ?? image.url,
          alt: patchedValue(patch.alt, image.alt, ""),
          ...(focalPoint && { focalPoint }),
        };
      });
      return {
        content: { ...before, media: edited },
        problems,
        toCommandPath: ([, index, ...rest]) => [
          "media",
          String(indexes.get(before.media[Number(index)]?.id ?? "") ?? 0),
          ...rest,
        ],
      };
    });
  },
);
