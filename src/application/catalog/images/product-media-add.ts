import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { mediaFromInput, requiredUrls, type MediaInput } from "./media-input.js";

interface ProductMediaAdd extends Target {
  readonly media: readonly MediaInput[];
  /** The position of the first new image, from 0; after all others when left out. */
  readonly at?: number | null | undefined;
}

/** Adds images to a product. */
export const productMediaAdd = change(
  mayWriteCatalog,
  async (
    { media, at, ...target }: ProductMediaAdd,
    work: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<ProductEdited> => {
    const problems = new Problems();
    const urls = await requiredUrls(work.stores, media, work.now, problems, (index) => [
      "media",
      index,
    ]);
    return editProduct(work, target, ({ before }) => {
      const start = Math.max(0, Math.min(at ?? before.media.length, before.media.length));
      const added = media.map((input, index) =>
        mediaFromInput(ids.next("media"), urls[index] ?? "", input),
      );
      return {
        problems,
        content: { ...before, media: before.media.toSpliced(start, 0, ...added) },
        toCommandPath: ([part = "", index, ...rest]) => [
          part,
          ...(index === undefined ? [] : [String(Number(index) - start)]),
          ...rest,
        ],
      };
    });
  },
);
