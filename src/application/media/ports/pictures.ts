import type { StoredFormat } from "../../../domain/media/media-file.js";

/** Too many pictures are in work. Safe to try again. */
export class MediaBusy extends Error {
  readonly code = "MEDIA_BUSY";

  constructor() {
    super("Too many pictures are being processed at the moment: try again later.");
    this.name = "MediaBusy";
  }
}

/** A redrawn picture, without metadata. */
export interface Redrawn {
  /** Its path on this machine until `discard`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly format: StoredFormat;
  discard(): Promise<void>;
}

/** Redraws pictures. */
export interface Pictures {
  /**
   * Checks an uploaded file and redraws it: upright, in sRGB, without metadata.
   * @throws ImageFormatRefused, ImageTooLarge, ImageUnreadable; MediaBusy
   */
  redraw(path: string): Promise<Redrawn>;
}
