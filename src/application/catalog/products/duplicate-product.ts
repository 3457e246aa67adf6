import type { MediaId, VariantId } from "../../../domain/catalog/ids.js";
import { copiedSlug } from "../../../domain/catalog/slug.js";
import { shortened } from "../../../domain/shared/text.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Edit, ProductEdited } from "./edit-product.js";
import { suggestedSlug } from "../free-slug.js";
import { knownLists, type KnownLists } from "../offers/within-price-lists.js";
import type { EditedProduct } from "./put-products.js";
import { putNewProduct } from "./put-new-product.js";
import { takeProduct, type EditStores, type TakenProduct, type Target } from "./take-products.js";

export interface DuplicateProduct extends Target {
  /** The title with "(copy)" behind it unless given. */
  readonly title?: string | null | undefined;
  /** What the given title suggests, or `<slug>-copy` without one, with a number where that is taken, unless given. */
  readonly slug?: string | null | undefined;
}

/** Makes a draft out of a product: what is written about it and its prices are copied; what is unique or counted, and when the shop shows it, are not. */
export const duplicateProduct = change(
  mayWriteCatalog,
  async (
    { title, slug, ...target }: DuplicateProduct,
    work: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<ProductEdited> => {
    const taken = await takeProduct(work.stores, target);
    const { content, ...edit } = copyOf(
      taken,
      (
        await knownLists(
          work.stores,
          taken.before.variants.map(({ id }) => id),
        )
      ).prices,
      ids,
    );
    const like = title == null ? copiedSlug(content.slug) : suggestedSlug(title, "product");
    return putNewProduct(work, ids, slug == null ? { like } : { exactly: slug }, {
      ...edit,
      content: { ...content, title: title ?? `${shortened(content.title, LONGEST_TITLE)} (copy)` },
    });
  },
);

const LONGEST_TITLE = 248;

const copyOf = (
  { before, prices }: TakenProduct,
  listed: KnownLists["prices"],
  ids: Ids,
): Edit & Pick<EditedProduct, "listPrices"> => {
  const images = new Map(before.media.map(({ id }) => [id, ids.next("media")]));
  const variants = new Map(before.variants.map(({ id }) => [id, ids.next("variant")]));
  const imageOf = (id: MediaId): MediaId => images.get(id) ?? id;
  const variantOf = (id: VariantId): VariantId => variants.get(id) ?? id;
  return {
    content: {
      ...before,
      status: "DRAFT",
      publication: null,
      media: before.media.map((image) => ({ ...image, id: imageOf(image.id) })),
      variants: before.variants.map((variant) => ({
        ...variant,
        id: variantOf(variant.id),
        sku: null,
        barcode: null,
        mediaId: variant.mediaId && imageOf(variant.mediaId),
      })),
      translations: before.translations.map((one) => ({
        ...one,
        media: one.media.map(({ id, alt }) => ({ id: imageOf(id), alt })),
      })),
    },
    listPrices: [...listed].flatMap(([id, some]) =>
      some.map((price) => ({
        priceList: price.priceList,
        variantId: variantOf(id),
        price: { ...price, variantId: variantOf(id) },
      })),
    ),
    prices: new Map(
      [...prices].map(([id, price]) => [variantOf(id), { ...price, variantId: variantOf(id) }]),
    ),
  };
};
