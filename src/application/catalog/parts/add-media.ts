import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";
import { draftedMedia, newAddressesOf, type MediaDraft } from "./media-drafts.js";

export interface AddMedia extends Target {
  readonly media: readonly MediaDraft[];
  /** Before which of the images that are there, counted from 0; behind them all unless given. */
  readonly at?: number | null | undefined;
}

/** Gives a product more images. */
export const addMedia = change(
  mayWriteCatalog,
  async (
    { media, at, ...target }: AddMedia,
    work: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<ProductEdited> => {
    const problems = new Problems();
    const urls = await newAddressesOf(work.stores, media, work.now, problems, (index) => [
      "media",
      index,
    ]);
    return editProduct(work, target, ({ before }) => {
      const start = Math.max(0, Math.min(at ?? before.media.length, before.media.length));
      const added = media.map((draft, index) =>
        draftedMedia(ids.next("media"), urls[index] ?? "", draft),
      );
      return {
        problems,
        content: { ...before, media: before.media.toSpliced(start, 0, ...added) },
        place: ([part = "", index, ...rest]) => [
          part,
          ...(index === undefined ? [] : [String(Number(index) - start)]),
          ...rest,
        ],
      };
    });
  },
);
