import type { Media } from "../../../domain/catalog/images/media.js";
import { positionedAmong } from "../../../domain/shared/positioned-among.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { Ids } from "../../shared/ids.js";
import type { ImageRecord } from "../ports/product-record.js";

export interface MergedImage {
  readonly media: Media;
  /** Null for a stored image that the file does not contain. */
  readonly record: ImageRecord | null;
  readonly stored: Media | null;
}

/**
 * Merges the images of a file into the stored ones. The URL identifies an image; where only its
 * query differs, the image gets the new address. Images with a position get it. All others keep
 * their order around them, new ones at the end.
 */
export const mergeMedia = (
  records: readonly ImageRecord[],
  stored: readonly Media[],
  ids: Ids,
): readonly MergedImage[] => {
  const found = matchImages(
    records.map(({ url }) => oneLine(url)),
    stored,
  );
  const incoming = records.map((record, index): MergedImage => {
    const before = found[index] ?? null;
    return {
      media: {
        id: before?.id ?? ids.next("media"),
        url: record.url,
        alt: record.alt ?? before?.alt ?? "",
      },
      record,
      stored: before,
    };
  });
  const positioned = incoming
    .filter(({ record }) => record?.position != null)
    .toSorted((a, b) => (a.record?.position ?? 0) - (b.record?.position ?? 0));
  const byId = new Map(incoming.map((image) => [image.media.id, image]));
  const hasPosition = new Set(positioned.map(({ media }) => media.id));
  const others = [
    ...stored
      .filter(({ id }) => !hasPosition.has(id))
      .map((media) => byId.get(media.id) ?? { media, record: null, stored: media }),
    ...incoming.filter((image) => image.stored === null && !hasPosition.has(image.media.id)),
  ];
  return positionedAmong(positioned, others, ({ record }) => record?.position ?? 0);
};

/**
 * The stored image of each URL: by the whole URL, else by the URL without its query, such as the
 * version that image servers append. Where several images differ in their query only, the query
 * tells them apart.
 */
function matchImages(
  urls: readonly string[],
  stored: readonly Media[],
): readonly (Media | undefined)[] {
  const byUrl = new Map(stored.map((media) => [media.url, media]));
  const exact = urls.map((url) => byUrl.get(url));
  if (stored.length === 0 || !exact.includes(undefined)) return exact;
  const storedUrls = countByAddress(stored.map(({ url }) => url));
  const fileUrls = countByAddress(urls);
  const byAddress = new Map(stored.map((media) => [withoutQuery(media.url), media]));
  return urls.map((url, index) => {
    const address = withoutQuery(url);
    const isAlone = storedUrls.get(address) === 1 && fileUrls.get(address) === 1;
    return exact[index] ?? (isAlone ? byAddress.get(address) : undefined);
  });
}

const countByAddress = (urls: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const url of urls) counts.set(withoutQuery(url), (counts.get(withoutQuery(url)) ?? 0) + 1);
  return counts;
};

/** The address of an image without its query, such as a version. */
export const withoutQuery = (url: string): string => url.replace(/\?[^#]*/, "");
