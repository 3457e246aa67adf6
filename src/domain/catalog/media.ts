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
}

const ADDRESS = /^(?:https?:\/\/[^\s/?#]+(?:[/?#]\S*)?|\/media\/(?!\S*\.\.)\S+)$/i;

/** @throws InvalidMedia, InvalidText */
export const imageUrl = (raw: string): string => {
  const url = text(raw, { what: "The address of an image", min: 1, max: 2048 });
  if (!ADDRESS.test(url)) throw new InvalidMedia(`"${url.slice(0, 120)}" is not the address of an image: it begins with https://, http:// or /media/ and holds no spaces.`);
  return url;
};

/** @throws Refused with InvalidMedia, InvalidText */
export const media = ({ id, url, alt }: Media): Media => {
  const problems = new Problems();
  const clean = {
    id,
    url: problems.attempt(() => imageUrl(url), "url") ?? url,
    alt: problems.attempt(() => text(alt, { what: "The alternative text of an image", max: 512 }), "alt") ?? alt,
  };
  problems.throwIfAny();
  return clean;
};
