import type { Ids } from "../../shared/ids.js";
import { fullName, type Metafield, type MetafieldType } from "../../../domain/catalog/metafield.js";
import type { ProductContent, ProductSnapshot } from "../../../domain/catalog/product.js";
import { oneLine } from "../../../domain/shared/text.js";
import { mergeMedia, type MergedImage } from "./merge-media.js";
import { mergeVariants, type MergedVariant } from "./merge-variants.js";
import type { ProductSheet } from "./product-sheet.js";

export interface MergedProduct {
  readonly content: ProductContent;
  readonly variants: readonly MergedVariant[];
  readonly images: readonly MergedImage[];
}

export interface Merging {
  readonly ids: Ids;
  readonly now: Date;
  /** The types of custom fields by full name, where they are declared. */
  readonly metafieldTypes: ReadonlyMap<string, MetafieldType>;
}

/** A sheet over what is stored: what the sheet does not mention stays as it is. @throws InvalidOptions */
export const mergeProduct = (
  sheet: ProductSheet,
  stored: ProductSnapshot | null,
  { ids, now, metafieldTypes }: Merging,
): MergedProduct => {
  const images = mergeMedia(sheet.images, stored?.media ?? [], ids);
  const mediaIds = new Map(images.map(({ media }) => [oneLine(media.url), media.id]));
  const { options, merged } = mergeVariants(sheet, stored, mediaIds, ids);
  const content: ProductContent = {
    slug: stored?.slug ?? sheet.slug,
    title: sheet.title ?? stored?.title ?? "",
    descriptionHtml: sheet.descriptionHtml ?? stored?.descriptionHtml ?? "",
    vendor: sheet.vendor ?? stored?.vendor ?? "",
    productType: sheet.productType ?? stored?.productType ?? "",
    category: sheet.category ?? stored?.category ?? "",
    tags: sheet.tags ?? stored?.tags ?? [],
    status: sheet.status ?? stored?.status ?? "ACTIVE",
    publication: publicationOf(sheet, stored, now),
    seo: {
      title: sheet.seoTitle ?? stored?.seo.title ?? "",
      description: sheet.seoDescription ?? stored?.seo.description ?? "",
    },
    giftCard: sheet.giftCard ?? stored?.giftCard ?? false,
    options,
    metafields: mergeMetafields(sheet.metafields ?? [], stored?.metafields ?? [], metafieldTypes),
    media: images.map(({ media }) => media),
    variants: merged.map(({ variant }) => variant),
    // Files speak the language of the catalogue only.
    translations: stored?.translations ?? [],
  };
  return { content, variants: merged, images };
};

/** A file says only whether a product is published: a window that is stored stays, a new one begins now. */
function publicationOf(
  { published }: ProductSheet,
  stored: ProductSnapshot | null,
  now: Date,
): ProductContent["publication"] {
  if (published === false) return null;
  if (published === undefined && stored) return stored.publication;
  return stored?.publication ?? { from: now, until: null };
}

function mergeMetafields(
  incoming: NonNullable<ProductSheet["metafields"]>,
  stored: readonly Metafield[],
  types: Merging["metafieldTypes"],
): readonly Metafield[] {
  const fields = new Map(stored.map((field) => [fullName(field), field]));
  for (const field of incoming) {
    const name = fullName(field);
    if (field.value === "") fields.delete(name);
    else fields.set(name, { ...field, type: types.get(name) ?? field.type });
  }
  return [...fields.values()];
}
