import { cropBox, type Focus, type PictureSize } from "./crop-box.js";
import { CENTRE, type ImageVariant } from "./image-variant.js";

/**
 * The widths that whole pictures are offered in, in pixels. Together with the shapes below they
 * bound how many variants one picture has, and so the work and the disk that it can cost.
 */
export const IMAGE_WIDTHS = [
  64, 96, 128, 160, 240, 320, 480, 640, 800, 960, 1280, 1600, 1920, 2560,
] as const;

/** The widths that cropped pictures are offered in, in pixels. */
export const CROP_WIDTHS = [160, 320, 480, 640, 960, 1280, 1920] as const;

/** The shapes that cropped pictures are offered in: width to height. */
export const CROP_SHAPES = [
  [2, 3],
  [3, 4],
  [1, 1],
  [4, 3],
  [16, 9],
  [3, 1],
] as const;

/** The steps of focal points, in percent of a side. */
export const FOCUS_STEP = 25;

/** The most pixels that are drawn. A larger picture is reduced before anything is made of it. */
export const MOST_DRAWN_PIXELS = 2560 * 2560;

/** The size of a picture once it is reduced to what is drawn at most. */
export const drawnSize = ({ width, height }: PictureSize): PictureSize => {
  const scale = Math.sqrt(MOST_DRAWN_PIXELS / (width * height));
  return scale >= 1
    ? { width, height }
    : {
        width: Math.max(1, Math.floor(width * scale)),
        height: Math.max(1, Math.floor(height * scale)),
      };
};

/**
 * The offered variant for a request: its sizes are rounded up, its shape and its focal point are
 * the nearest ones. Requests that would draw the same picture have one variant.
 * @param size of the stored picture; null when it is unknown
 */
export const offeredVariant = (request: ImageVariant, size: PictureSize | null): ImageVariant => {
  const { width, height, fit, format, focus } = request;
  if (fit === "cover" && width !== null && height !== null) {
    const shape = nearestShape(width / height);
    const offered = cropWidth({ width, height }, shape, size);
    return {
      width: offered,
      height: cropHeight(offered, shape),
      fit,
      format,
      focus: offeredFocus(focus, shape, size),
    };
  }
  const sides = size === null ? unknownSides(request) : knownSides(request, size);
  return { ...sides, fit: "contain", format, focus: CENTRE };
};

type Sides = Pick<ImageVariant, "width" | "height">;
type Shape = (typeof CROP_SHAPES)[number];

const unknownSides = ({ width, height }: ImageVariant): Sides => ({
  width: width === null ? null : atLeast(IMAGE_WIDTHS, width),
  height: height === null ? null : atLeast(IMAGE_WIDTHS, height),
});

/** Only a width: the height follows from the proportions. None at all for the whole picture. */
const knownSides = ({ width, height }: ImageVariant, size: PictureSize): Sides => {
  const needed = Math.min(
    width ?? Infinity,
    height === null ? Infinity : Math.ceil((height * size.width) / size.height),
  );
  const most = drawnSize(size).width;
  const smaller = IMAGE_WIDTHS.filter((one) => one < most);
  // Nobody is sent a reduced picture as the stored one, or the stored one in place of a small one.
  const largest = needed < Infinity && most < size.width ? smaller.at(-1) : undefined;
  return { width: smaller.find((one) => one >= needed) ?? largest ?? null, height: null };
};

const nearestShape = (proportion: number): Shape =>
  CROP_SHAPES.reduce<Shape>((best, shape) => {
    const distance = ([across, down]: Shape): number =>
      Math.abs(Math.log((proportion * down) / across));
    return distance(shape) < distance(best) ? shape : best;
  }, CROP_SHAPES[2]);

/** Never more than the first width that shows all pixels of the cropped part. */
const cropWidth = (needed: PictureSize, shape: Shape, size: PictureSize | null): number => {
  const [across, down] = shape;
  const offered =
    CROP_WIDTHS.find(
      (width) => width >= needed.width && cropHeight(width, shape) >= needed.height,
    ) ?? atLeast(CROP_WIDTHS, Infinity);
  if (size === null) return offered;
  const part = cropBox(drawnSize(size), { width: across, height: down }, CENTRE);
  return Math.min(offered, atLeast(CROP_WIDTHS, part.width));
};

const cropHeight = (width: number, [across, down]: Shape): number =>
  Math.round((width * down) / across);

/** Only along the side that is cropped, and only as far as the crop can move. */
const offeredFocus = (focus: Focus, [across, down]: Shape, size: PictureSize | null): Focus => {
  if (size === null) return { x: toStep(focus.x), y: toStep(focus.y) };
  const part = cropBox(size, { width: across, height: down }, CENTRE);
  return {
    x: movedTo(toStep(focus.x), part.width / size.width),
    y: movedTo(toStep(focus.y), part.height / size.height),
  };
};

const movedTo = (percent: number, kept: number): number =>
  kept >= 1 ? 50 : percent <= kept * 50 ? 0 : percent >= 100 - kept * 50 ? 100 : percent;

const toStep = (percent: number): number => Math.round(percent / FOCUS_STEP) * FOCUS_STEP;

const atLeast = (sizes: readonly number[], needed: number): number =>
  sizes.find((size) => size >= needed) ?? sizes.at(-1) ?? needed;
