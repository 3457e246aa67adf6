import { fileNameFromUrl, fileUrl } from "../../../domain/media/media.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import type { FileLocation, ImportIssue } from "../../shared/file-format.js";
import type { ProductEntry } from "../ports/product-files.js";
import type { ProductRecord } from "../ports/product-record.js";

/** The address of an image for everybody; the path of a file of this shop becomes a whole URL. */
export const absoluteUrl = (url: string, publicUrl: string | null): string =>
  publicUrl !== null && url.startsWith("/") ? withoutSlash(publicUrl) + url : url;

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");

/** Files of a shop's own storage among the addresses of images. */
interface OwnAddresses {
  /** Whether it is the address of such a file, here or there. */
  readonly isOwn: (url: string) => boolean;
  /** Whether this shop does not have the file. */
  readonly isMissing: (url: string) => boolean;
  /** The address as it is stored: the path of a file that this shop has, or else the same. */
  readonly stored: (url: string) => string;
}

/** Finds the files of this shop among addresses, and claims them. */
export const ownAddresses = async (
  { mediaFiles }: Pick<MediaStores, "mediaFiles">,
  urls: readonly string[],
  publicUrl: string | null,
  now: Date,
): Promise<OwnAddresses> => {
  const base = publicUrl === null ? null : withoutSlash(publicUrl);
  const nameIn = (url: string): string | null =>
    fileNameFromUrl(base !== null && url.startsWith(`${base}/`) ? url.slice(base.length) : url);
  const names = [...new Set(urls.flatMap((url) => nameIn(url) ?? []))];
  const existing = names.length > 0 ? await mediaFiles.claimNamed(names, now) : new Set<string>();
  return {
    isOwn: (url) => nameIn(url) !== null,
    isMissing: (url) => {
      const name = nameIn(url);
      return name !== null && !existing.has(name);
    },
    stored: (url) => {
      const name = nameIn(url);
      return name !== null && existing.has(name) ? fileUrl(name) : url;
    },
  };
};

/**
 * The entries of a batch with the paths of this shop's own files for their whole URLs, as they are
 * stored. Warns about files that this shop does not have.
 */
export const withOwnAddresses = async (
  { mediaFiles }: Pick<MediaStores, "mediaFiles">,
  entries: readonly ProductEntry[],
  publicUrl: string | null,
  now: Date,
): Promise<readonly ProductEntry[]> => {
  const urls = entries.flatMap(({ record }) => urlsOf(record));
  const { isOwn, isMissing, stored } = await ownAddresses({ mediaFiles }, urls, publicUrl, now);
  if (!urls.some(isOwn)) return entries;
  return entries.map((entry) => {
    const { record } = entry;
    if (!record || !urlsOf(record).some(isOwn)) return entry;
    const missing = record.images.filter(({ url }) => isMissing(url));
    return {
      ...entry,
      record: {
        ...record,
        images: record.images.map((image) => ({ ...image, url: stored(image.url) })),
        variants: record.variants.map((variant) =>
          variant.imageUrl ? { ...variant, imageUrl: stored(variant.imageUrl) } : variant,
        ),
        ...(record.swatches && {
          swatches: record.swatches.map((ofOption) =>
            ofOption.map((swatch) =>
              swatch.imageUrl ? { ...swatch, imageUrl: stored(swatch.imageUrl) } : swatch,
            ),
          ),
        }),
      },
      warnings: [
        ...entry.warnings,
        ...missing.map(({ location, url }) => fileMissing(location, url)),
      ],
    };
  });
};

const urlsOf = (record: ProductRecord | null): readonly string[] =>
  record
    ? [
        ...record.images.map(({ url }) => url),
        ...record.variants.flatMap(({ imageUrl }) => imageUrl ?? []),
      ]
    : [];

/** The warning about a file that this shop does not have. */
export const fileMissing = (location: FileLocation, url: string): ImportIssue => ({
  ...location,
  code: "FILE_NOT_HERE",
  value: url,
  reason:
    "The image is a file of a shop's own storage, which this shop does not have: it is not shown.",
  advice:
    "Set PLINTH_PUBLIC_URL in the shop that exports, and export again; or upload the file here.",
});
