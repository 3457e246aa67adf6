import { InvalidTransform } from "./errors.js";

/** A picture in another size or format. */
export interface ImageVariant {
  /** In pixels. Null: follows from the height and the proportions of the picture. */
  readonly width: number | null;
  /** In pixels. Null: follows from the width and the proportions of the picture. */
  readonly height: number | null;
  /** `cover` fills the box and crops the rest; `contain` shows the whole picture within the box. */
  readonly fit: ImageFit;
  /** Null: the stored format. */
  readonly format: ImageFormat | null;
  /**
   * The point that stays visible when the picture is cropped, in whole percent from the upper left
   * corner.
   */
  readonly focus: { readonly x: number; readonly y: number };
}

/**
 * The widths and heights that pictures are resized to, in pixels. A fixed list keeps the cache of
 * resized pictures small.
 */
export const IMAGE_SIZES = [
  32, 64, 96, 128, 192, 256, 320, 384, 480, 640, 750, 828, 960, 1080, 1200, 1440, 1600, 1920, 2048,
  2560, 3840,
] as const;
export const IMAGE_FITS = ["cover", "contain"] as const;
export const IMAGE_FORMATS = ["auto", "webp", "avif", "jpeg", "png"] as const;
export type ImageFit = (typeof IMAGE_FITS)[number];
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

const STEP = 5;
const CENTRE = 50;

/**
 * The smallest allowed size that is at least as large as the requested one, or the largest allowed
 * size. In pixels.
 */
export const nearestSize = (requested: number): number =>
  IMAGE_SIZES.find((size) => size >= requested) ?? IMAGE_SIZES[IMAGE_SIZES.length - 1] ?? requested;

/** A fraction of a side (0 to 1) in percent, rounded to the steps that URLs allow. */
export const focusStep = (part: number): number => Math.round((part * 100) / STEP) * STEP;

/**
 * Reads the query parameters of an image URL: `w`, `h`, `fit`, `format` and `focus=30x70`.
 * @returns null when none is given, for the stored picture
 * @throws InvalidTransform
 */
export const imageVariant = (query: Readonly<Record<string, unknown>>): ImageVariant | null => {
  for (const name of Object.keys(query))
    if (!["w", "h", "fit", "format", "focus"].includes(name))
      throw new InvalidTransform(
        `The parameter "${name.slice(0, 40)}" is unknown. Use w, h, fit, format and focus.`,
      );
  const { w, h, fit, format, focus } = query;
  if ([w, h, fit, format, focus].every((value) => value === undefined)) return null;
  return {
    width: size("w", w),
    height: size("h", h),
    fit: oneOf("fit", IMAGE_FITS, fit) ?? "contain",
    format: oneOf("format", IMAGE_FORMATS, format) ?? null,
    focus: focusOf(focus),
  };
};

const size = (name: string, raw: unknown): number | null => {
  if (raw === undefined) return null;
  const value = typeof raw === "string" && /^\d{1,4}$/.test(raw) ? Number(raw) : 0;
  if (!(IMAGE_SIZES as readonly number[]).includes(value))
    throw new InvalidTransform(`${name} must be one of ${IMAGE_SIZES.join(", ")}.`);
  return value;
};

const oneOf = <Allowed extends string>(
  name: string,
  allowed: readonly Allowed[],
  raw: unknown,
): Allowed | undefined => {
  const value = allowed.find((one) => one === raw);
  if (raw !== undefined && value === undefined)
    throw new InvalidTransform(`${name} must be one of ${allowed.join(", ")}.`);
  return value;
};

const focusOf = (raw: unknown): ImageVariant["focus"] => {
  if (raw === undefined) return { x: CENTRE, y: CENTRE };
  const [, x = "", y = ""] = (typeof raw === "string" && /^(\d{1,3})x(\d{1,3})$/.exec(raw)) || [];
  if (x === "" || [Number(x), Number(y)].some((part) => part > 100 || part % STEP !== 0))
    throw new InvalidTransform(
      `focus must be two numbers from 0 to 100 in steps of ${STEP}, such as 30x70.`,
    );
  return { x: Number(x), y: Number(y) };
};
