import type { ImageVariant } from "../../../domain/catalog/image-variant.js";
import type { FileId } from "../../../domain/catalog/ids.js";
import type { MediaFile, StoredFormat } from "../../../domain/catalog/media-file.js";
import type { Page, PageRequest } from "../../shared/page.js";

/** A stored object that is about to be read. */
export interface StoredObject {
  readonly bytes: number;
  /** Changes with the content. */
  readonly tag: string;
  /** May be called once; whoever does not call it calls `close`. */
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Where pictures lie: a folder, or a store that speaks S3. Names are relative and checked: `01k…-800x600.webp`.
 * Everything may throw MediaUnavailable.
 */
export interface MediaStorage {
  /** Stores the file at a path of this machine under a name: whole, or not at all. */
  put(name: string, path: string): Promise<void>;
  /** @returns null where there is nothing of that name */
  open(name: string): Promise<StoredObject | null>;
  exists(name: string): Promise<boolean>;
  /** What is not there is gone already. */
  remove(name: string): Promise<void>;
}

/** The storage of pictures does not answer, or not in time. Safe to try again. */
export class MediaUnavailable extends Error {
  readonly code = "MEDIA_UNAVAILABLE";

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "MediaUnavailable";
  }
}

/** Too many pictures are being worked on. Safe to try again. */
export class MediaBusy extends Error {
  readonly code = "MEDIA_BUSY";

  constructor() {
    super("Too many pictures are being worked on just now: try again in a moment.");
    this.name = "MediaBusy";
  }
}

/** A picture that was written anew: nothing of what it carried along is left. */
export interface Redrawn {
  /** Where it lies on this machine until `discard`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly format: StoredFormat;
  discard(): Promise<void>;
}

/** Draws pictures anew. */
export interface Pictures {
  /**
   * Checks a file that came from outside and writes it anew: upright, in sRGB, without anything but pixels.
   * @throws ImageFormatRefused, ImageTooLarge, ImageUnreadable; MediaBusy
   */
  redraw(path: string): Promise<Redrawn>;
}

/** A picture on its way to whoever asked for it. */
export interface ServedImage extends StoredObject {
  readonly contentType: string;
  /** Whether what is served under this name can never be another picture. */
  readonly isImmutable: boolean;
}

export interface ServedImages {
  /**
   * @param accepts media types that the asker can show, for the format `auto`
   * @returns null where there is no such picture
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy, MediaUnavailable
   */
  open(name: string, variant: ImageVariant | null, accepts: string): Promise<ServedImage | null>;
}

/** Which files there are; a file that is not used is removed some time later. */
export interface MediaFiles {
  /** Of the ids those that name a usable file; from now on none of them is removed for a while, whatever else happens. */
  claim(ids: readonly FileId[], now: Date): Promise<ReadonlyMap<FileId, MediaFile>>;
  /** The same by name. */
  claimNamed(names: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** The usable file that was made of this content (SHA-256, hexadecimal); claimed. */
  ofContent(sha256: string, now: Date): Promise<MediaFile | null>;
  /** Notes a file before it is stored, so that nothing lies in the storage that nobody knows of. */
  begin(file: MediaFile, now: Date): Promise<void>;
  /** Makes a stored file usable. @returns it, or the one that somebody else made of the same content meanwhile; then this one is doomed */
  finish(file: MediaFile, sha256: string, now: Date): Promise<MediaFile>;
  /**
   * Looks at the files that nobody has looked at since a time, oldest first: what is used is noted as such; what has not been
   * used or claimed since another time is doomed: nobody can use it any more, and its bytes may be removed.
   * @returns how many were looked at
   */
  sweep(
    times: { readonly lookedAtBefore: Date; readonly unusedSince: Date },
    most: number,
    now: Date,
  ): Promise<number>;
  /** Files that were doomed before a time. */
  doomed(before: Date, most: number): Promise<readonly Pick<MediaFile, "id" | "name">[]>;
  /** Forgets doomed files whose bytes are gone. */
  forget(ids: readonly FileId[]): Promise<void>;
}

/** How far the fetching of an image from elsewhere has come. */
export const SOURCE_STATUSES = ["PENDING", "READY", "FAILED"] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** Why an image could not be fetched. */
export const SOURCE_PROBLEMS = [
  "ADDRESS_REFUSED",
  "UNREACHABLE",
  "TOO_SLOW",
  "NOT_FOUND",
  "REFUSED_BY_SOURCE",
  "REDIRECTED",
  "UPLOAD_TOO_LARGE",
  "IMAGE_FORMAT_REFUSED",
  "IMAGE_TOO_LARGE",
  "IMAGE_UNREADABLE",
  "MEDIA_UNAVAILABLE",
  "INTERNAL_ERROR",
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** An image elsewhere that is fetched into the shop's own storage. */
export interface MediaSource {
  /** Follows from the address. */
  readonly id: string;
  readonly url: string;
  readonly status: SourceStatus;
  /** Why the last attempt failed; null before the first one. */
  readonly problem: SourceProblem | null;
  readonly attempts: number;
  /** When it is tried next; null when it is not. */
  readonly dueAt: Date | null;
  /** The name of the stored file. */
  readonly file: string | null;
}

/** Images elsewhere as they are shown. */
export interface MediaSourceReads {
  /** One page of those that have come so far, in an order that stays. @throws InvalidCursor */
  list(status: SourceStatus, page: PageRequest): Promise<Page<MediaSource>>;
  count(status: SourceStatus): Promise<number>;
}

export interface MediaSources {
  /** Has images fetched now with all their attempts, by their addresses elsewhere, or all that failed; what is there already stays. @returns how many */
  retry(which: readonly string[] | "failed", now: Date): Promise<number>;
}

export interface MediaStores {
  readonly mediaFiles: MediaFiles;
  readonly mediaSources: MediaSources;
}
