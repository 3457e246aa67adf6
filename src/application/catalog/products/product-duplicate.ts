import type { MediaId, VariantId } from "../../../domain/catalog/ids.js";
import type { ListPrice, VariantPrice } from "../../../domain/pricing/pricing.js";
import { withLooks } from "../../../domain/catalog/options/swatch.js";
import { slugOfCopy } from "../../../domain/catalog/slug.js";
import { shortened } from "../../../domain/shared/text.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { isAllowed } from "../../shared/viewer.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { catalogWarning } from "../ports/warnings.js";
import type { ProductEdit, ProductEdited } from "../product-edit/edit-product.js";
import { insertProduct } from "../product-edit/insert-product.js";
import { lockProduct, type EditStores, type LockedProduct } from "../product-edit/lock-products.js";
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
 * Makes a draft that is a copy of a product. Texts are copied, and prices for a viewer who may write
 * them; SKUs, barcodes, stock and the publication are not.
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
    const stored = await storedPrices(work.stores, variantIds);
    const mayPrice = isAllowed(mayWritePricing, work.viewer);
    const { content, ...edit } = copyOf(locked, mayPrice ? stored : NO_PRICES, ids);
    const like = title == null ? slugOfCopy(content.slug) : suggestedSlug(title, "product");
    return insertProduct(work, ids, slug == null ? { like } : { exactly: slug }, {
      ...edit,
      warnings: mayPrice || isUnpriced(stored) ? [] : [pricesNotCopied()],
      content: { ...content, title: title ?? `${shortened(content.title, LONGEST_TITLE)} (copy)` },
    });
  },
);

const LONGEST_TITLE = 248;

/** The prices of variants, their own and those in existing price lists. */
interface StoredPrices {
  readonly own: readonly VariantPrice[];
  readonly inLists: readonly ListPrice[];
}

const NO_PRICES: StoredPrices = { own: [], inLists: [] };

const isUnpriced = ({ own, inLists }: StoredPrices): boolean =>
  own.length === 0 && inLists.length === 0;

const pricesNotCopied = () =>
  catalogWarning(
    "PRICES_NOT_COPIED",
    "The copy has no prices, because setting prices needs the permission pricing:write.",
    ["id"],
  );

const storedPrices = async (
  { prices, priceLists, listPrices }: EditStores,
  variants: readonly VariantId[],
): Promise<StoredPrices> => {
  const own = [...(await prices.lock(variants)).values()].flatMap(({ price }) => price ?? []);
  const lists = new Set((await priceLists.lockAll()).map(({ id }) => id));
  const inLists = lists.size === 0 ? [] : [...(await listPrices.ofVariants(variants)).values()];
  return { own, inLists: inLists.flat().filter(({ priceList }) => lists.has(priceList)) };
};

const copyOf = (
  { before }: LockedProduct,
  { own, inLists }: StoredPrices,
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
      options: before.options.map((option) =>
        withLooks(option, ({ color, mediaId }) =>
          mediaId === undefined ? { color } : { mediaId: imageOf(mediaId) },
        ),
      ),
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
    listPrices: inLists.map((price) => ({ ...price, variantId: variantOf(price.variantId) })),
    prices: new Map(
      own
        .map((price) => ({ ...price, variantId: variantOf(price.variantId) }))
        .map((price) => [price.variantId, price]),
    ),
  };
};
