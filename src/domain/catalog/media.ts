import { Problems } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import { InvalidMedia } from "./errors.js";
import type { MediaId } from "./ids.js";

/** An image of a product or collection. */
export interface Media {
  readonly id: MediaId;
  /** An absolute https or http address, or a path below `/media/` for what Plinth serves itself. */
  readonly url: string;
  readonly alt: string;
  /** What stays in sight when the image is cropped; the middle unless given. */
  readonly focalPoint?: FocalPoint | undefined;
}

/** A point of an image: parts of its width and height from the upper left corner, from 0 to 1 in whole hundredths. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

const ADDRESS = /^(?:https?:\/\/[^\s/?#]+(?:[/?#]\S*)?|\/media\/(?!\S*\.\.)\S+)$/i;

/** @throws InvalidMedia, InvalidText */
export const imageUrl = (raw: string): string => {
  const url = text(raw, { what: "The address of an image", min: 1, max: 2048 });
  if (!ADDRESS.test(url))
    throw new InvalidMedia(
      `"${url.slice(0, 120)}" is not the address of an image: it begins with https://, http:// or /media/ and holds no spaces.`,
    );
  return url;
};

/** The address of an image that does not lie here. @throws InvalidMedia, InvalidText */
export const addressElsewhere = (raw: string): string => {
  const url = imageUrl(raw);
  if (!/^https?:/i.test(url))
    throw new InvalidMedia(
      `"${url.slice(0, 120)}" is not the address of an image elsewhere: it begins with https:// or http://.`,
    );
  return url;
};

const focal = ({ x, y }: FocalPoint): FocalPoint => {
  if (![x, y].every((part) => part >= 0 && part <= 1))
    throw new InvalidMedia("The two parts of a focal point lie between 0 and 1.");
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
};

/** @throws Refused with InvalidMedia, InvalidText */
export const media = ({ id, url, alt, focalPoint }: Media): Media => {
  const problems = new Problems();
  const clean = {
    id,
    url: problems.attempt(() => imageUrl(url), "url") ?? url,
    alt:
      problems.attempt(
        () => text(alt, { what: "The alternative text of an image", max: 512 }),
        "alt",
      ) ?? alt,
    ...(focalPoint && {
      focalPoint: problems.attempt(() => focal(focalPoint), "focalPoint") ?? focalPoint,
    }),
  };
  problems.throwIfAny();
  return clean;
};
