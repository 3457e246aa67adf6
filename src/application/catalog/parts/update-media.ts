import { MediaNotFound } from "../../../domain/catalog/errors.js";
import { findParts } from "../../../domain/catalog/find-parts.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import { kept } from "../products/product-words.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface UpdateMedia extends Target {
  /** What is left out of an image stays; null takes the text away. */
  readonly media: readonly { readonly id: string; readonly url?: string | null | undefined; readonly alt?: string | null | undefined }[];
}

/** Changes where images of a product are found, and what they show. */
export const updateMedia = change(mayWriteCatalog, ({ media, ...target }: UpdateMedia, work: Work<EditStores>): Promise<ProductEdited> =>
  editProduct(work, target, ({ before }) => {
    const problems = new Problems();
    const found = findParts(before.media, media.map(({ id }) => id), problems, (index) => ["media", index, "id"], (id, place) => new MediaNotFound(id, place));
    const edits = new Map<string, number>(found.map(({ part, index }) => [part.id, index]));
    const edited = before.media.map((image) => {
      const words = media[edits.get(image.id) ?? -1];
      return words ? { ...image, url: words.url ?? image.url, alt: kept(words.alt, image.alt, "") } : image;
    });
    return { content: { ...before, media: edited }, problems, place: ([, index, ...rest]) => ["media", String(edits.get(before.media[Number(index)]?.id ?? "") ?? 0), ...rest] };
  }),
);
