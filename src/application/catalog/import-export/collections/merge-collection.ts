import type {
  CollectionContent,
  CollectionSnapshot,
} from "../../../../domain/catalog/collections/collection-content.js";
import { translateCollection } from "../../../../domain/catalog/collections/collection-translation.js";
import type { Media } from "../../../../domain/catalog/images/media.js";
import type { Metafield } from "../../../../domain/catalog/metafields/metafield.js";
import { oneLine } from "../../../../domain/shared/text.js";
import type { Ids } from "../../../shared/ids.js";
import { EMPTY_COLLECTION } from "../../collections/collection-patch.js";
import { withoutQuery } from "../merge-media.js";
import { mergePublication } from "../merge-publication.js";
import type { CollectionRecord } from "./collection-record.js";

interface MergeContext {
  readonly ids: Ids;
  readonly now: Date;
  /** The stored address of an image of this shop's own storage. */
  readonly storedUrl: (url: string) => string;
  readonly mergeMetafields: (
    image: Media | null,
    stored: readonly Metafield[],
  ) => readonly Metafield[];
}

/**
 * Merges a record into the stored collection. What the record leaves out stays.
 * @throws Refused with what its translations do not allow
 */
export const mergeCollection = (
  record: CollectionRecord,
  stored: CollectionSnapshot | null,
  { ids, now, storedUrl, mergeMetafields }: MergeContext,
): CollectionContent => {
  const before = stored ?? { ...EMPTY_COLLECTION, slug: record.slug };
  const image = imageOf(record, before.image, storedUrl, ids);
  return translateCollection(
    {
      slug: before.slug,
      title: record.title ?? before.title,
      descriptionHtml: record.descriptionHtml ?? before.descriptionHtml,
      publication: mergePublication(record, stored, now),
      seo: {
        title: record.seoTitle ?? before.seo.title,
        description: record.seoDescription ?? before.seo.description,
      },
      image,
      rules: record.rules === undefined ? before.rules : record.rules,
      sortOrder: record.sortOrder ?? before.sortOrder,
      // The tree is changed when all collections of the file are stored.
      parentId: before.parentId,
      metafields: mergeMetafields(image, before.metafields),
      translations: before.translations,
    },
    record.translations,
  );
};

/** The image of an address keeps its id, also when only the query differs. */
const imageOf = (
  { imageUrl, imageAlt, focalPoint }: CollectionRecord,
  stored: Media | null,
  storedUrl: (url: string) => string,
  ids: Ids,
): Media | null => {
  if (imageUrl === null) return null;
  const url = imageUrl === undefined ? stored?.url : storedUrl(oneLine(imageUrl));
  if (url === undefined) return null;
  const same = stored && withoutQuery(stored.url) === withoutQuery(url) ? stored : null;
  const point = focalPoint === undefined ? same?.focalPoint : focalPoint;
  return {
    id: same?.id ?? ids.next("media"),
    url,
    alt: imageAlt ?? same?.alt ?? "",
    ...(point && { focalPoint: point }),
  };
};
