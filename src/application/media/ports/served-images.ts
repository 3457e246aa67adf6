import type { ImageVariant } from "../../../domain/media/image-variant.js";
import type { StoredObject } from "./media-storage.js";

/** An image for an HTTP response. */
export interface ServedImage extends StoredObject {
  readonly contentType: string;
  /** Whether this name can never have another content. */
  readonly isImmutable: boolean;
}

export interface ServedImages {
  /**
   * @param accepts the media types that the client accepts, for the format `auto`
   * @returns null when there is no such image
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy, MediaUnavailable
   */
  open(name: string, variant: ImageVariant | null, accepts: string): Promise<ServedImage | null>;
}
