import type { ImageView } from "../../../application/catalog/ports/product-view.js";
import {
  focusStep,
  IMAGE_SIZES,
  type ImageFit,
  type ImageFormat,
  nearestSize,
} from "../../../domain/media/image-variant.js";
import { fileUrl, sizeFromFileName } from "../../../domain/media/media-file.js";

/** The requested size and format of an image. */
interface ImageRequest {
  readonly width?: number | null;
  readonly height?: number | null;
  readonly fit?: Uppercase<ImageFit> | null;
  readonly format?: Uppercase<ImageFormat> | null;
}

type ImageSource = Partial<Pick<ImageView, "url" | "focalPoint" | "source">>;

const MEDIA = "/media/";
/** The usual widths of page layouts, in pixels. */
const USUAL_WIDTHS = [320, 640, 960, 1440, 1920] as const;

/** The address of an image in the requested size and format; an external address is unchanged. */
export const imageAddress = (
  image: ImageSource,
  request: ImageRequest,
  publicUrl: string,
): string => {
  const path = ownPath(image);
  if (path === null) return image.url ?? "";
  const query = path.includes("?") ? "" : queryOf(request, image.focalPoint);
  return `${publicUrl}${path}${query && `?${query}`}`;
};

/**
 * The path of an image in the own storage; null while an image is not fetched from its external
 * address.
 */
export const ownPath = ({ url = "", source }: ImageSource): string | null =>
  source?.file != null ? fileUrl(source.file) : url.startsWith(MEDIA) ? url : null;

export const sizeOf = (
  image: ImageSource,
): { readonly width: number; readonly height: number } | null =>
  sizeFromFileName((ownPath(image) ?? "").slice(MEDIA.length));

const queryOf = (
  { width, height, fit, format }: ImageRequest,
  focalPoint: ImageSource["focalPoint"],
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

/**
 * Addresses of an image in several widths for the attribute `srcset`; null where no other sizes
 * exist.
 */
export const srcSet = (
  image: ImageSource,
  widths: readonly number[] | null,
  format: ImageRequest["format"],
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
