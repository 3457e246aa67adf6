import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import {
  PRODUCT_PROPERTIES,
  type ProductContent,
  type ProductSnapshot,
} from "../../../domain/catalog/products/product-content.js";
import { renamedOptionTexts } from "../../../domain/catalog/options/renamed-option-texts.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { Ids } from "../../shared/ids.js";
import type { ProductRecord } from "../ports/product-record.js";
import { fieldsMerger } from "./fields-merger.js";
import { mergeMedia, type MergedImage } from "./merge-media.js";
import { mergePublication } from "./merge-publication.js";
import { mergeVariants, type MergedVariant } from "./merge-variants.js";

export interface MergedProduct {
  readonly content: ProductContent;
  readonly variants: readonly MergedVariant[];
  readonly images: readonly MergedImage[];
}

/** Merges the metafields of a product or variant. @param mediaIdOf the image of an address */
type MergeMetafields = (
  mediaIdOf: (url: string) => string | undefined,
) => (
  record: Pick<ProductRecord, "metafields" | "location">,
  stored: readonly Metafield[],
) => readonly Metafield[];

interface MergeContext {
  readonly ids: Ids;
  readonly now: Date;
  readonly metafields: MergeMetafields;
  /** The promised id of a new variant. */
  readonly promisedVariant: (sku: string) => VariantId | undefined;
  /** The address of an image for everybody. */
  readonly toFileUrl: (url: string) => string;
}

const mergeProperties = fieldsMerger(PRODUCT_PROPERTIES);

/**
 * Merges a record into the stored product. What the record leaves out stays.
 * @throws InvalidOptions
 */
export const mergeProduct = (
  record: ProductRecord,
  stored: ProductSnapshot | null,
  { ids, now, metafields, promisedVariant, toFileUrl }: MergeContext,
): MergedProduct => {
  const images = mergeMedia(record.images, stored?.media ?? [], ids);
  const mediaIds = new Map(images.map(({ media }) => [oneLine(media.url), media.id]));
  const byFileUrl = new Map(images.map(({ media }) => [toFileUrl(oneLine(media.url)), media.id]));
  const mergeFields = metafields((url) => mediaIds.get(oneLine(url)) ?? byFileUrl.get(url));
  const { options, merged, renamed } = mergeVariants(record, stored, {
    mediaIds,
    ids,
    promised: promisedVariant,
    mergeMetafields: mergeFields,
  });
  const content: ProductContent = {
    slug: stored?.slug ?? record.slug,
    ...mergeProperties({}, record, stored),
    status: record.status ?? stored?.status ?? "ACTIVE",
    publication: mergePublication(record, stored, now),
    seo: {
      title: record.seoTitle ?? stored?.seo.title ?? "",
      description: record.seoDescription ?? stored?.seo.description ?? "",
    },
    options,
    metafields: mergeFields(record, stored?.metafields ?? []),
    media: images.map(({ media }) => media),
    variants: merged.map(({ variant }) => variant),
    // Files contain the language of the catalogue only.
    translations: renamed.reduce(
      (translations, { from, to }) => renamedOptionTexts(translations, from, to, new Map()),
      stored?.translations ?? [],
    ),
  };
  return { content, variants: merged, images };
};
