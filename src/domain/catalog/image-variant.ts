import { InvalidTransform } from "./media-errors.js";

/** Widths and heights that pictures are made in, in pixels. A fixed list, so that nobody can fill the cache with all numbers. */
export const IMAGE_SIZES = [
  32, 64, 96, 128, 192, 256, 320, 384, 480, 640, 750, 828, 960, 1080, 1200, 1440, 1600, 1920, 2048,
  2560, 3840,
] as const;
export const IMAGE_FITS = ["cover", "contain"] as const;
export const IMAGE_FORMATS = ["auto", "webp", "avif", "jpeg", "png"] as const;
export type ImageFit = (typeof IMAGE_FITS)[number];
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** A picture in another size or format. */
export interface ImageVariant {
  /** In pixels; null: as the other side and the picture's shape decide. */
  readonly width: number | null;
  readonly height: number | null;
  /** `cover` fills the box and crops what stands over; `contain` shows the whole picture within it. */
  readonly fit: ImageFit;
  /** Null: as it is stored. */
  readonly format: ImageFormat | null;
  /** What stays in sight when something is cropped, in whole percent from the upper left corner. */
  readonly focus: { readonly x: number; readonly y: number };
}

const STEP = 5;
const CENTRE = 50;

/** The next size of the list: at least as large as what is wanted, or the largest. */
export const nearestSize = (wanted: number): number =>
  IMAGE_SIZES.find((size) => size >= wanted) ?? IMAGE_SIZES[IMAGE_SIZES.length - 1] ?? wanted;

/** A part of a side from 0 to 1, in the steps that addresses carry. */
export const focusStep = (part: number): number => Math.round((part * 100) / STEP) * STEP;

/**
 * Reads what an address asks for: `w`, `h`, `fit`, `format` and `focus=30x70`.
 * @returns null where it asks for the picture as it is
 * @throws InvalidTransform
 */
export const imageVariant = (asked: Readonly<Record<string, unknown>>): ImageVariant | null => {
  for (const name of Object.keys(asked))
    if (!["w", "h", "fit", "format", "focus"].includes(name))
      throw new InvalidTransform(
        `"${name.slice(0, 40)}" cannot be asked for: only w, h, fit, format and focus.`,
      );
  const { w, h, fit, format, focus } = asked;
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
    throw new InvalidTransform(`${name} is one of ${IMAGE_SIZES.join(", ")}.`);
  return value;
};

const oneOf = <Choice extends string>(
  name: string,
  choices: readonly Choice[],
  raw: unknown,
): Choice | undefined => {
  const chosen = choices.find((choice) => choice === raw);
  if (raw !== undefined && chosen === undefined)
    throw new InvalidTransform(`${name} is one of ${choices.join(", ")}.`);
  return chosen;
};

const focusOf = (raw: unknown): ImageVariant["focus"] => {
  if (raw === undefined) return { x: CENTRE, y: CENTRE };
  const [, x = "", y = ""] = (typeof raw === "string" && /^(\d{1,3})x(\d{1,3})$/.exec(raw)) || [];
  if (x === "" || [Number(x), Number(y)].some((part) => part > 100 || part % STEP !== 0))
    throw new InvalidTransform(
      `focus is two numbers from 0 to 100 in steps of ${STEP}, such as 30x70.`,
    );
  return { x: Number(x), y: Number(y) };
};
