import { fileNameFromUrl, fileUrl } from "../../../domain/media/media.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { ProductEntry } from "../ports/product-files.js";
import type { ProductRecord } from "../ports/product-record.js";

/** The address of an image for everybody; the path of a file of this shop becomes a whole URL. */
export const absoluteUrl = (url: string, publicUrl: string | null): string =>
  publicUrl !== null && url.startsWith("/") ? withoutSlash(publicUrl) + url : url;

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");

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
  const nameIn = (url: string): string | null => {
    const base = publicUrl === null ? null : withoutSlash(publicUrl);
    return fileNameFromUrl(
      base !== null && url.startsWith(`${base}/`) ? url.slice(base.length) : url,
    );
  };
  const names = new Set(
    entries.flatMap(({ record }) => urlsOf(record).flatMap((url) => nameIn(url) ?? [])),
  );
  if (names.size === 0) return entries;
  const existing = await mediaFiles.claimNamed([...names], now);
  const stored = (url: string): string => {
    const name = nameIn(url);
    return name !== null && existing.has(name) ? fileUrl(name) : url;
  };
  return entries.map((entry) => {
    const { record } = entry;
    if (!record || !urlsOf(record).some((url) => nameIn(url) !== null)) return entry;
    const missing = record.images.filter(({ url }) => {
      const name = nameIn(url);
      return name !== null && !existing.has(name);
    });
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
      warnings: [...entry.warnings, ...missing.map(fileMissing)],
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

const fileMissing = ({ location, url }: ProductRecord["images"][number]): ImportIssue => ({
  ...location,
  code: "FILE_NOT_HERE",
  value: url,
  reason:
    "The image is a file of a shop's own storage, which this shop does not have: it is not shown.",
  advice:
    "Set PLINTH_PUBLIC_URL in the shop that exports, and export again; or upload the file here.",
});
