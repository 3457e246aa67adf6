import type { CollectionContent } from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionRules } from "../../../domain/catalog/collections/collection-rules.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import type { Problems } from "../../../domain/shared/problems.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import type { Ids } from "../../shared/ids.js";
import { patchedValue, type Patch } from "../../shared/patch.js";
import { requiredUrls, type MediaInput } from "../images/media-input.js";
import { applySeoPatch, type SeoPatch } from "../product-edit/seo-patch.js";

/** Changes to a collection. */
export interface CollectionPatch extends Patch<
  Pick<CollectionContent, "title" | "slug" | "descriptionHtml" | "sortOrder">
> {
  readonly seo?: SeoPatch;
  readonly image?: MediaInput | null | undefined;
  /** Null: a collection without rules, which keeps its products. */
  readonly rules?: RulesInput | null | undefined;
}

/** The rules of a command. */
interface RulesInput extends Pick<CollectionRules, "match"> {
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
  metafields: [],
  translations: [],
};

export const applyCollectionPatch = (
  content: CollectionContent,
  { title, slug, descriptionHtml, seo, image, rules, sortOrder }: CollectionPatch,
  parentId: CollectionId | null,
  ids: Ids,
): CollectionContent => ({
  slug: slug ?? content.slug,
  title: patchedValue(title, content.title, ""),
  descriptionHtml: patchedValue(descriptionHtml, content.descriptionHtml, ""),
  publication: content.publication,
  seo: applySeoPatch(content.seo, seo),
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
  sortOrder: patchedValue(sortOrder, content.sortOrder, "MANUAL"),
  parentId,
  metafields: content.metafields,
  translations: content.translations,
});

/**
 * An image with the URL of the stored one keeps its id, its alternative text and its focal point.
 */
const imageOf = (
  { url, alt, focalPoint: focalPointInput }: MediaInput,
  stored: Media | null,
  ids: Ids,
): Media => {
  const same = stored?.url === url ? stored : null;
  const focalPoint = patchedValue(focalPointInput, same?.focalPoint, undefined);
  return {
    id: same?.id ?? ids.next("media"),
    url: url ?? "",
    alt: patchedValue(alt, same?.alt ?? "", ""),
    ...(focalPoint && { focalPoint }),
  };
};

/**
 * The patch with the URL of its image instead of an uploaded file.
 * @param problems receives errors about the image
 */
export const withImageUrl = async <Input extends Pick<CollectionPatch, "image">>(
  stores: Pick<MediaStores, "mediaFiles">,
  patch: Input,
  now: Date,
  problems: Problems,
): Promise<Input> => {
  if (!patch.image) return patch;
  const [url] = await requiredUrls(stores, [patch.image], now, problems, () => ["image"]);
  return { ...patch, image: { ...patch.image, file: null, url: url ?? "" } };
};
