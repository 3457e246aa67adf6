import type { Media } from "../../../domain/catalog/images/media.js";
import { InvalidSwatch } from "../../../domain/catalog/options/errors.js";
import type { Swatch, SwatchLook } from "../../../domain/catalog/options/swatch.js";
import type { Problems } from "../../../domain/shared/problems.js";
import { chosenImage, type ImageChoice } from "../images/chosen-image.js";

/** The swatch of an option value in a command: a colour, or an image of the product. */
export interface SwatchInput extends ImageChoice {
  readonly value: string;
  readonly color?: string | null | undefined;
}

/** Takes the place of a swatch that is refused. */
const REFUSED: SwatchLook = { color: "#000000" };

/**
 * The swatches of a new option. Colours are not checked yet.
 * @param problems receives an error for each swatch without a colour and an image, with both, or with an
 * image that the product does not have, with its path below `path`
 */
export const chosenSwatches = (
  swatches: readonly SwatchInput[],
  images: readonly Media[],
  problems: Problems,
  ...path: readonly string[]
): readonly Swatch[] =>
  changedSwatches(swatches, images, problems, ...path).map(({ value, look }, index) => {
    if (look === null) problems.add(InvalidSwatch.nothing().prefixPath([...path, String(index)]));
    return { value, ...(look ?? REFUSED) };
  });

/** `chosenSwatches` for an existing option: null removes a swatch. */
export const changedSwatches = (
  swatches: readonly SwatchInput[],
  images: readonly Media[],
  problems: Problems,
  ...path: readonly string[]
): readonly { readonly value: string; readonly look: SwatchLook | null }[] =>
  swatches.map((swatch, index) => {
    const look = problems.collect(() => lookOf(swatch, images), ...path, String(index));
    return { value: swatch.value, look: look === undefined ? REFUSED : look };
  });

const lookOf = (
  { color, mediaId, mediaIndex }: SwatchInput,
  images: readonly Media[],
): SwatchLook | null => {
  if (color != null && (mediaId != null || mediaIndex != null))
    throw InvalidSwatch.both([mediaId == null ? "mediaIndex" : "mediaId"]);
  if (color != null) return { color };
  const image = chosenImage({ mediaId, mediaIndex }, images);
  return image ? { mediaId: image } : null;
};
