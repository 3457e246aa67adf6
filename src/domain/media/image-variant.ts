import type { Focus } from "./crop-box.js";
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
  /** The point that stays visible when the picture is cropped. */
  readonly focus: Focus;
}

export const IMAGE_FITS = ["cover", "contain"] as const;
export const IMAGE_FORMATS = ["auto", "webp", "avif", "jpeg", "png"] as const;
export type ImageFit = (typeof IMAGE_FITS)[number];
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export const CENTRE: Focus = { x: 50, y: 50 };

const PARAMETERS = ["w", "h", "fit", "focus", "format"];

/**
 * Reads the query parameters of an image URL: `w`, `h`, `fit`, `focus=30x70` and `format`.
 * @returns null when none is given, for the stored picture
 * @throws InvalidTransform
 */
export const imageVariant = (query: Readonly<Record<string, unknown>>): ImageVariant | null => {
  for (const name of Object.keys(query))
    if (!PARAMETERS.includes(name))
      throw new InvalidTransform(
        `The parameter "${name.slice(0, 40)}" is unknown. Use w, h, fit, focus and format.`,
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

/** The query of the URL of a variant, without a question mark: the only one that is answered. */
export const imageQuery = ({ width, height, fit, format, focus }: ImageVariant): string =>
  [
    ...(width === null ? [] : [`w=${width}`]),
    ...(height === null ? [] : [`h=${height}`]),
    ...(fit === "contain" ? [] : [`fit=${fit}`]),
    ...(focus.x === CENTRE.x && focus.y === CENTRE.y ? [] : [`focus=${focus.x}x${focus.y}`]),
    ...(format === null ? [] : [`format=${format}`]),
  ].join("&");

const size = (name: string, raw: unknown): number | null => {
  if (raw === undefined) return null;
  const value = typeof raw === "string" && /^\d{1,5}$/.test(raw) ? Number(raw) : 0;
  if (value === 0)
    throw new InvalidTransform(`${name} must be a whole number of pixels from 1 to 99999.`);
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

const focusOf = (raw: unknown): Focus => {
  if (raw === undefined) return CENTRE;
  const [, x = "", y = ""] = (typeof raw === "string" && /^(\d{1,3})x(\d{1,3})$/.exec(raw)) || [];
  if (x === "" || Number(x) > 100 || Number(y) > 100)
    throw new InvalidTransform(
      "focus must be two whole numbers of percent from 0 to 100, such as 25x75.",
    );
  return { x: Number(x), y: Number(y) };
};
