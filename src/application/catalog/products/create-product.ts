import { placed, Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { VariantNeeds } from "../parts/add-variants.js";
import { draftedMedia, newAddressesOf } from "../parts/media-drafts.js";
import { draftedProduct, type ProductDraft } from "./draft-product.js";
import type { ProductEdited } from "./edit-product.js";
import { suggestedSlug } from "../free-slug.js";
import { putNewProduct } from "./put-new-product.js";
import { typedMetafields } from "../metafields/set-product-metafields.js";
import type { EditStores } from "./take-products.js";

export interface CreateProduct {
  readonly product: ProductDraft;
}

/** Puts a new product into the catalogue, with its options, variants, prices, stock and images; nobody but staff sees it yet. */
export const createProduct = change(
  mayWriteCatalog,
  async (
    { product }: CreateProduct,
    work: Work<EditStores>,
    needs: VariantNeeds,
  ): Promise<ProductEdited> => {
    const created = await placed(inProduct, () => addProduct(product, work, needs));
    return {
      ...created,
      warnings: created.warnings.map((warning) => ({ ...warning, path: inProduct(warning.path) })),
    };
  },
);

const inProduct = (path: readonly string[]): readonly string[] => ["product", ...path];

/** @throws Refused, SlugTaken for a slug that was asked for, SkuTaken; with places in the draft */
export const addProduct = async (
  draft: ProductDraft,
  work: Work<EditStores>,
  needs: VariantNeeds,
): Promise<ProductEdited> => {
  const problems = new Problems();
  const drafts = draft.media ?? [];
  const urls = await newAddressesOf(work.stores, drafts, work.now, problems, (index) => [
    "media",
    index,
  ]);
  const media = drafts.map((image, index) =>
    draftedMedia(needs.ids.next("media"), urls[index] ?? "", image),
  );
  const edit = draftedProduct(draft, media, needs, problems);
  const metafields = await typedMetafields(work.stores, draft.metafields ?? [], problems);
  return putNewProduct(
    work,
    needs.ids,
    draft.slug == null ? { like: suggestedSlug(draft.title, "product") } : { exactly: draft.slug },
    { ...edit, content: { ...edit.content, metafields } },
  );
};
