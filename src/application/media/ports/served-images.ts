import type { ImageVariant } from "../../../domain/media/image-variant.js";
import type { StoredObject } from "./media-storage.js";

/** Who waits for an image. */
export interface Requester {
  /** The address or the key id of the client. */
  readonly client: string;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
}

export interface ImageRequest {
  readonly name: string;
  /** Null for the stored image. */
  readonly variant: ImageVariant | null;
  /** The query of the address as it was sent, without a question mark. */
  readonly query: string;
  /** The media types that the client accepts, for the format `auto`. */
  readonly accepts: string;
  readonly requester: Requester;
}

/** An image for an HTTP response. */
export interface ServedImage extends StoredObject {
  readonly contentType: string;
  /** Whether this name can never have another content. */
  readonly isImmutable: boolean;
}

/** An image that is offered at another address. */
export interface MovedImage {
  /** The last part of the address, with its query. */
  readonly movedTo: string;
  readonly isImmutable: boolean;
}

export interface ServedImages {
  /**
   * @returns null when there is no such image
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy, MediaUnavailable
   */
  open(request: ImageRequest): Promise<ServedImage | MovedImage | null>;
}
