import type { ImageView } from "../../../application/catalog/ports/product-view.js";
import {
  CENTRE,
  IMAGE_FORMATS,
  imageQuery,
  type ImageFit,
  type ImageFormat,
} from "../../../domain/media/image-variant.js";
import { drawnSize, IMAGE_WIDTHS, offeredVariant } from "../../../domain/media/offered-variant.js";
import { fileUrl, sizeFromSizedName } from "../../../domain/media/media-file.js";

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
  const query = path.includes("?") ? "" : queryOf(image, request);
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
  sizeFromSizedName((ownPath(image) ?? "").slice(MEDIA.length));

const queryOf = (
  image: ImageSource,
  { width = null, height = null, fit, format }: ImageRequest,
): string => {
  const { focalPoint } = image;
  return imageQuery(
    offeredVariant(
      {
        width,
        height,
        fit: fit === "COVER" ? "cover" : "contain",
        format: IMAGE_FORMATS.find((one) => one.toUpperCase() === format) ?? null,
        focus: focalPoint ? { x: focalPoint.x * 100, y: focalPoint.y * 100 } : CENTRE,
      },
      sizeOf(image),
    ),
  );
};

/**
 * Addresses of an image in several widths for the attribute `srcset`: none above the width of the
 * image, and none that was not requested. Null where no other sizes exist.
 * @param widths none, or an empty list: the usual ones and the image's own
 */
export const srcSet = (
  image: ImageSource,
  widths: readonly number[] | null,
  format: ImageRequest["format"],
  publicUrl: string,
): string | null => {
  const path = ownPath(image);
  if (path === null || path.includes("?")) return null;
  const size = sizeOf(image);
  const drawn = size && drawnSize(size).width;
  // Without a format the whole picture is the stored one.
  const whole = size && format == null ? size.width : drawn;
  const requested = widths?.length ? widths : null;
  const offered = (requested ?? USUAL_WIDTHS).map(
    (width) => IMAGE_WIDTHS.find((one) => one >= width) ?? LARGEST,
  );
  const smaller = offered.filter((width) => width < (drawn ?? Infinity));
  // Every width that the picture does not have is answered by the whole picture.
  const hasWhole = whole !== null && (!requested || smaller.length < offered.length);
  const request = format == null ? {} : { format };
  return [
    ...[...new Set(smaller)]
      .toSorted((a, b) => a - b)
      .map((width) => `${imageAddress(image, { ...request, width }, publicUrl)} ${width}w`),
    ...(hasWhole ? [`${imageAddress(image, request, publicUrl)} ${whole}w`] : []),
  ].join(", ");
};

const LARGEST = IMAGE_WIDTHS[IMAGE_WIDTHS.length - 1] ?? Infinity;
