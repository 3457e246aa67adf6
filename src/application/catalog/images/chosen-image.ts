import type { MediaId } from "../../../domain/catalog/ids.js";
import { MediaNotFound } from "../../../domain/catalog/images/errors.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import { InvalidMedia } from "../../../domain/media/media.js";

/** One of the images of a product, in a command. */
export interface ImageChoice {
  readonly mediaId?: string | null | undefined;
  /** The position of the image among the images of the product, from 0, instead of its id. */
  readonly mediaIndex?: number | null | undefined;
}

/**
 * The image that a command names; null where it names none, undefined where it leaves both out.
 * @throws MediaNotFound, InvalidMedia, with their path in the choice
 */
export const chosenImage = (
  { mediaId, mediaIndex }: ImageChoice,
  images: readonly Media[],
): MediaId | null | undefined => {
  if (mediaId != null && mediaIndex != null)
    throw new InvalidMedia("Give either the id of an image or its index, not both.", [
      "mediaIndex",
    ]);
  if (mediaIndex != null) {
    const image = images[mediaIndex];
    if (!image)
      throw new InvalidMedia(
        `There is no image with the index ${mediaIndex}. The product has ${images.length} images, counted from 0.`,
        ["mediaIndex"],
      );
    return image.id;
  }
  if (mediaId == null) return mediaId === null || mediaIndex === null ? null : undefined;
  const image = images.find(({ id }) => id === mediaId);
  if (!image) throw new MediaNotFound(mediaId, ["mediaId"]);
  return image.id;
};
