import type { ImageVariant } from "../../domain/media/image-variant.js";
import type { PictureSize } from "../../domain/media/crop-box.js";
import type { StoredFormat } from "../../domain/media/media-file.js";

export type DrawnFormat = "webp" | "avif" | "jpeg" | "png";

export interface RedrawnFile extends PictureSize {
  readonly bytes: number;
  readonly format: StoredFormat;
}

/**
 * The work of reading and drawing pictures. Its results and arguments can be sent between
 * processes. Every method throws ImageTooLarge and ImageUnreadable.
 */
export interface Drawing {
  /** The size of a picture when it is upright. */
  sizeOf(path: string): Promise<PictureSize>;
  /** Checks and redraws an uploaded picture into a file. @throws ImageFormatRefused */
  redraw(path: string, target: string): Promise<RedrawnFile>;
  /** Draws a large picture into a file as large as variants may be, hardly losing anything. */
  reduce(path: string, target: string): Promise<void>;
  /** Draws a picture in another size or format, never larger than it is. */
  variant(path: string, variant: ImageVariant, format: DrawnFormat): Promise<Buffer>;
}

/** One call, as it is sent to another process. */
export interface DrawingCall {
  readonly method: keyof Drawing;
  readonly args: readonly unknown[];
  /** The most pixels of a picture, all frames together. */
  readonly pixels: number;
}

export type DrawingAnswer =
  | { readonly result: unknown; readonly residentBytes: number }
  | { readonly problem: DrawingProblem; readonly residentBytes: number };

/** An error, as it is sent to another process. */
export interface DrawingProblem {
  /** Of a domain error, or of the operating system. */
  readonly code: string;
  readonly message: string;
  /** Of ImageTooLarge. */
  readonly pixels?: number;
}
