import type { ImageView } from "../../../application/catalog/ports.js";
import {
  focusStep,
  IMAGE_SIZES,
  nearestSize,
  type ImageFit,
  type ImageFormat,
} from "../../../domain/catalog/image-variant.js";
import { addressOfName, sizeOfName } from "../../../domain/catalog/media-file.js";

/** How an image is wanted. */
export interface WantedImage {
  readonly width?: number | null;
  readonly height?: number | null;
  readonly fit?: Uppercase<ImageFit> | null;
  readonly format?: Uppercase<ImageFormat> | null;
}

type Shown = Partial<Pick<ImageView, "url" | "focalPoint" | "source">>;

const MEDIA = "/media/";
/** Widths that pages are usually laid out in, in pixels. */
const USUAL_WIDTHS = [320, 640, 960, 1440, 1920] as const;

/** The path of an image in the own storage, where it is fetched by now or was uploaded; null while it is shown from elsewhere. */
export const ownPath = ({ url = "", source }: Shown): string | null =>
  source?.file != null ? addressOfName(source.file) : url.startsWith(MEDIA) ? url : null;

export const sizeOf = (image: Shown): { readonly width: number; readonly height: number } | null =>
  sizeOfName((ownPath(image) ?? "").slice(MEDIA.length));

/** The address of an image as it is wanted; of one that is shown from elsewhere, that address as it is. */
export const imageAddress = (image: Shown, wanted: WantedImage, publicUrl: string): string => {
  const path = ownPath(image);
  if (path === null) return image.url ?? "";
  const query = path.includes("?") ? "" : queryOf(wanted, image.focalPoint);
  return `${publicUrl}${path}${query && `?${query}`}`;
};

const queryOf = (
  { width, height, fit, format }: WantedImage,
  focalPoint: Shown["focalPoint"],
): string => {
  const isCropped = fit === "COVER" && width != null && height != null;
  const parts = {
    ...(width != null && { w: nearestSize(width) }),
    ...(height != null && { h: nearestSize(height) }),
    ...(isCropped && { fit: "cover" }),
    ...(isCropped &&
      focalPoint && { focus: `${focusStep(focalPoint.x)}x${focusStep(focalPoint.y)}` }),
    ...(format != null && { format: format.toLowerCase() }),
  };
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
};

/** Addresses of an image in several widths, as the attribute `srcset` takes them; null where the image cannot be drawn in other sizes. */
export const srcSet = (
  image: Shown,
  widths: readonly number[] | null,
  format: WantedImage["format"],
  publicUrl: string,
): string | null => {
  const path = ownPath(image);
  if (path === null || path.includes("?")) return null;
  const native = sizeOf(image)?.width ?? IMAGE_SIZES[IMAGE_SIZES.length - 1] ?? 0;
  const sizes = [...new Set((widths ?? USUAL_WIDTHS).map(nearestSize))]
    .filter((width) => width < native)
    .toSorted((a, b) => a - b);
  const smaller = sizes.map(
    (width) =>
      `${imageAddress(image, { width, ...(format != null && { format }) }, publicUrl)} ${width}w`,
  );
  const whole =
    sizeOf(image) === null
      ? []
      : [`${imageAddress(image, format == null ? {} : { format }, publicUrl)} ${native}w`];
  return [...smaller, ...whole].join(", ");
};
