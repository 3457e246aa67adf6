import type { Page, PageRequest } from "../../shared/page.js";

/** The status of the download of an external image. */
export const SOURCE_STATUSES = ["PENDING", "READY", "FAILED"] as const;

export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** Why a download failed. */
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

/** An external image that is downloaded into the shop's own storage. */
export interface MediaSource {
  /** Derived from the URL. */
  readonly id: string;
  readonly url: string;
  readonly status: SourceStatus;
  /** Why the last attempt failed; null before the first one. */
  readonly problem: SourceProblem | null;
  readonly attempts: number;
  /** When the next attempt is due; null when there is none. */
  readonly dueAt: Date | null;
  /** The name of the stored file. */
  readonly file: string | null;
}

/** Reads external images. */
export interface MediaSourceReads {
  /** One page of those in a status, in a stable order. @throws InvalidCursor */
  list(status: SourceStatus, page: PageRequest): Promise<Page<MediaSource>>;
  count(status: SourceStatus): Promise<number>;
}

export interface MediaSources {
  /**
   * Downloads images again, now and with all attempts: by their URLs, or all failed ones.
   * Downloaded images stay.
   * @returns how many
   */
  retry(which: readonly string[] | "failed", now: Date): Promise<number>;
}
