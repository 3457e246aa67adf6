import type { MediaId, VariantId } from "../../../domain/catalog/ids.js";
import { slugOfCopy } from "../../../domain/catalog/slug.js";
import { shortened } from "../../../domain/shared/text.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdit, ProductEdited } from "../product-edit/edit-product.js";
import { insertProduct } from "../product-edit/insert-product.js";
import { lockProduct, type EditStores, type LockedProduct } from "../product-edit/lock-products.js";
import { loadListPrices, type StoredListPrices } from "../product-edit/stored-list-prices.js";
import { suggestedSlug } from "../product-edit/with-free-slug.js";

interface ProductDuplicate extends Target {
  /** The old title followed by "(copy)" when left out. */
  readonly title?: string | null | undefined;
  /**
   * When left out, made from the new title, or else `<slug>-copy`; with a number when that is
   * taken.
   */
  readonly slug?: string | null | undefined;
}

/**
 * Makes a draft that is a copy of a product. Texts and prices are copied; SKUs, barcodes, stock and
 * the publication are not.
 */
export const productDuplicate = change(
  mayWriteCatalog,
  async (
    { title, slug, ...target }: ProductDuplicate,
    work: Work<EditStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<ProductEdited> => {
    const locked = await lockProduct(work.stores, target);
    const variantIds = locked.before.variants.map(({ id }) => id);
    const { prices } = await loadListPrices(work.stores, variantIds);
    const { content, ...edit } = copyOf(locked, prices, ids);
    const like = title == null ? slugOfCopy(content.slug) : suggestedSlug(title, "product");
    return insertProduct(work, ids, slug == null ? { like } : { exactly: slug }, {
      ...edit,
      content: { ...content, title: title ?? `${shortened(content.title, LONGEST_TITLE)} (copy)` },
    });
  },
);

const LONGEST_TITLE = 248;

const copyOf = (
  { before, prices }: LockedProduct,
  listPrices: StoredListPrices["prices"],
  ids: Ids,
): ProductEdit => {
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
    listPrices: [...listPrices].flatMap(([id, some]) =>
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
