import { MediaNotFound } from "../../../domain/catalog/errors.js";
import { findParts } from "../../../domain/catalog/find-parts.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { kept } from "../products/product-words.js";
import { addressesOf, type MediaDraft } from "./media-drafts.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface UpdateMedia extends Target {
  /** What is left out of an image stays; null takes the text or the focal point away. */
  readonly media: readonly (MediaDraft & { readonly id: string })[];
}

/** Changes where images of a product are found, and what they show. */
export const updateMedia = change(
  mayWriteCatalog,
  async ({ media, ...target }: UpdateMedia, work: Work<EditStores>): Promise<ProductEdited> => {
    const problems = new Problems();
    const urls = await addressesOf(work.stores, media, work.now, problems, (index) => [
      "media",
      index,
    ]);
    return editProduct(work, target, ({ before }) => {
      const found = findParts(
        before.media,
        media.map(({ id }) => id),
        problems,
        (index) => ["media", index, "id"],
        (id, place) => new MediaNotFound(id, place),
      );
      const edits = new Map<string, number>(found.map(({ part, index }) => [part.id, index]));
      const edited = before.media.map((image) => {
        const index = edits.get(image.id) ?? -1;
        const words = media[index];
        if (!words) return image;
        const { focalPoint: stored, ...rest } = image;
        const focalPoint = kept(words.focalPoint, stored, undefined);
        return {
          ...rest,
          url: urls[index] ?? image.url,
          alt: kept(words.alt, image.alt, ""),
          ...(focalPoint && { focalPoint }),
        };
      });
      return {
        content: { ...before, media: edited },
        problems,
        place: ([, index, ...rest]) => [
          "media",
          String(edits.get(before.media[Number(index)]?.id ?? "") ?? 0),
          ...rest,
        ],
      };
    });
  },
);
