/** A stored object, open for reading. */
export interface StoredObject {
  readonly bytes: number;
  /** Changes with the content. */
  readonly tag: string;
  /** Of an object that is a file of this machine. */
  readonly path?: string;
  /** Call it at most once, or else call `close`. */
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * The storage of pictures: a folder or an S3 bucket. Names are relative and checked:
 * `01k…-800x600.webp`. All methods can throw MediaUnavailable.
 */
export interface MediaStorage {
  /** Stores a file of this machine under a name, completely or not at all. */
  save(name: string, path: string): Promise<void>;
  /** @returns null when there is no object of that name */
  open(name: string): Promise<StoredObject | null>;
  exists(name: string): Promise<boolean>;
  /** Does nothing when there is no object of that name. */
  remove(name: string): Promise<void>;
}

/** The storage of pictures did not respond in time. Safe to try again. */
export class MediaUnavailable extends Error {
  readonly code = "MEDIA_UNAVAILABLE";

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "MediaUnavailable";
  }
}
