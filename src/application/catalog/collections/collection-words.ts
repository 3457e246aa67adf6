import type { CollectionContent, CollectionOrder } from "../../../domain/catalog/collection.js";
import type { CollectionRules } from "../../../domain/catalog/collection-rules.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/media.js";
import type { Problems } from "../../../domain/shared/domain-error.js";
import type { Ids } from "../../shared/ids.js";
import type { MediaStores } from "../media/media-ports.js";
import { newAddressesOf, type MediaDraft } from "../parts/media-drafts.js";
import { kept } from "../products/product-words.js";

/** What people write about a collection. Left out means "as it is", null means "empty". */
export interface CollectionWords {
  readonly title?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly descriptionHtml?: string | null | undefined;
  readonly seo?:
    | {
        readonly title?: string | null | undefined;
        readonly description?: string | null | undefined;
      }
    | null
    | undefined;
  readonly image?: MediaDraft | null | undefined;
  /** Null: filled by hand from now on, with what stands in it. */
  readonly rules?: AskedRules | null | undefined;
  readonly sortOrder?: CollectionOrder | null | undefined;
}

/** Rules as they come in. */
export interface AskedRules extends Pick<CollectionRules, "match"> {
  readonly conditions: readonly (Pick<
    CollectionRules["conditions"][number],
    "field" | "operator"
  > & { readonly value?: string | null | undefined; readonly key?: string | null | undefined })[];
}

export const EMPTY_COLLECTION: CollectionContent = {
  slug: "",
  title: "",
  descriptionHtml: "",
  publication: null,
  seo: { title: "", description: "" },
  image: null,
  rules: null,
  sortOrder: "MANUAL",
  parentId: null,
  translations: [],
};

/** A collection in other words. */
export const rewordedCollection = (
  content: CollectionContent,
  { title, slug, descriptionHtml, seo, image, rules, sortOrder }: CollectionWords,
  parentId: CollectionId | null,
  ids: Ids,
): CollectionContent => ({
  slug: slug ?? content.slug,
  title: kept(title, content.title, ""),
  descriptionHtml: kept(descriptionHtml, content.descriptionHtml, ""),
  publication: content.publication,
  seo: {
    title: kept(seo === null ? null : seo?.title, content.seo.title, ""),
    description: kept(seo === null ? null : seo?.description, content.seo.description, ""),
  },
  image: image === undefined ? content.image : image && imageOf(image, content.image, ids),
  rules:
    rules === undefined
      ? content.rules
      : rules && {
          match: rules.match,
          conditions: rules.conditions.map(({ field, operator, value = null, key = null }) => ({
            field,
            operator,
            value,
            key,
          })),
        },
  sortOrder: kept(sortOrder, content.sortOrder, "MANUAL"),
  parentId,
  translations: content.translations,
});

/** An image stays the same one while its address does. */
const imageOf = (
  { url, alt, focalPoint: asked }: MediaDraft,
  stored: Media | null,
  ids: Ids,
): Media => {
  const same = stored?.url === url ? stored : null;
  const focalPoint = kept(asked, same?.focalPoint, undefined);
  return {
    id: same?.id ?? ids.next("media"),
    url: url ?? "",
    alt: kept(alt, same?.alt ?? "", ""),
    ...(focalPoint && { focalPoint }),
  };
};

/** The same words with the address of an image that was uploaded. */
export const withImageAddress = async <Words extends Pick<CollectionWords, "image">>(
  stores: Pick<MediaStores, "mediaFiles">,
  words: Words,
  now: Date,
  problems: Problems,
): Promise<Words> => {
  if (!words.image) return words;
  const [url] = await newAddressesOf(stores, [words.image], now, problems, () => ["image"]);
  return { ...words, image: { ...words.image, file: null, url: url ?? "" } };
};
