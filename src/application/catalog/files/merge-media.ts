import type { Ids } from "../../shared/ids.js";
import type { Media } from "../../../domain/catalog/media.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { ImageSheet } from "./product-sheet.js";

export interface MergedImage {
  readonly media: Media;
  /** Null for a stored image of which the sheet does not speak. */
  readonly sheet: ImageSheet | null;
  readonly stored: Media | null;
}

/**
 * The images of a sheet over the stored ones, found by their address. Images with a position stand there; all others keep
 * their order around them, new ones at the end.
 */
export const mergeMedia = (
  sheets: readonly ImageSheet[],
  stored: readonly Media[],
  ids: Ids,
): readonly MergedImage[] => {
  const byUrl = new Map(stored.map((media) => [media.url, media]));
  const incoming = sheets.map((sheet): MergedImage => {
    const before = byUrl.get(oneLine(sheet.url)) ?? null;
    return {
      media: {
        id: before?.id ?? ids.next("media"),
        url: sheet.url,
        alt: sheet.alt ?? before?.alt ?? "",
      },
      sheet,
      stored: before,
    };
  });
  const placed = incoming
    .filter(({ sheet }) => sheet?.position != null)
    .toSorted((a, b) => (a.sheet?.position ?? 0) - (b.sheet?.position ?? 0));
  const named = new Map(incoming.map((image) => [image.media.id, image]));
  const isPlaced = new Set(placed.map(({ media }) => media.id));
  const around = [
    ...stored
      .filter(({ id }) => !isPlaced.has(id))
      .map((media) => named.get(media.id) ?? { media, sheet: null, stored: media }),
    ...incoming.filter((image) => image.stored === null && !isPlaced.has(image.media.id)),
  ];
  return interleaved(placed, around);
};

function interleaved(
  placed: readonly MergedImage[],
  around: readonly MergedImage[],
): readonly MergedImage[] {
  const result: MergedImage[] = [];
  const [left, right] = [[...placed], [...around]];
  while (left.length > 0 || right.length > 0) {
    const isDue =
      left.length > 0 &&
      (right.length === 0 || (left[0]?.sheet?.position ?? 0) <= result.length + 1);
    const next = isDue ? left.shift() : right.shift();
    if (next) result.push(next);
  }
  return result;
}
