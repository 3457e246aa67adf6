import { imageUrl, InvalidMedia } from "../../media/media.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import type { MediaId } from "../ids.js";
import { TEXT_RULES } from "../translations/text-rules.js";

/** An image of a product or collection. */
export interface Media {
  readonly id: MediaId;
  /**
   * An absolute URL (https or http), or a path that starts with `/media/` for a file of the shop's
   * own storage.
   */
  readonly url: string;
  readonly alt: string;
  /** The point that stays visible when the image is cropped; left out for the centre. */
  readonly focalPoint?: FocalPoint | undefined;
}

/**
 * A point of an image: fractions of width and height from the upper left corner, 0 to 1, rounded to
 * hundredths.
 */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

/** An image in its stored form. @throws Refused with InvalidMedia, InvalidText */
export const media = ({ id, url, alt, focalPoint }: Media): Media => {
  const problems = new Problems();
  const clean = {
    id,
    url: problems.collect(() => imageUrl(url), "url") ?? url,
    alt: problems.collect(() => text(alt, TEXT_RULES.alt), "alt") ?? alt,
    ...(focalPoint && {
      focalPoint: problems.collect(() => rounded(focalPoint), "focalPoint") ?? focalPoint,
    }),
  };
  problems.throwIfAny();
  return clean;
};

const rounded = ({ x, y }: FocalPoint): FocalPoint => {
  if (![x, y].every((fraction) => fraction >= 0 && fraction <= 1))
    throw new InvalidMedia("Both numbers of a focal point must be between 0 and 1.");
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
};
