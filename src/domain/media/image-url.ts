import { text } from "../shared/text.js";
import { InvalidMedia } from "./errors.js";

/** The URL of an image, external or in the shop's own storage. @throws InvalidMedia, InvalidText */
export const imageUrl = (raw: string): string => {
  const url = text(raw, { what: "The address of an image", min: 1, max: 2048 });
  if (!URL_FORM.test(url))
    throw new InvalidMedia(
      `"${url.slice(0, 120)}" is not a valid image URL. It must start with https://, http:// or /media/ and contain no spaces.`,
    );
  return url;
};

/** The URL of an image outside of the shop's own storage. @throws InvalidMedia, InvalidText */
export const externalImageUrl = (raw: string): string => {
  const url = imageUrl(raw);
  if (!/^https?:/i.test(url))
    throw new InvalidMedia(
      `"${url.slice(0, 120)}" is not an external image URL. It must start with https:// or http://.`,
    );
  return url;
};

const URL_FORM = /^(?:https?:\/\/[^\s/?#]+(?:[/?#]\S*)?|\/media\/(?!\S*\.\.)\S+)$/i;
