import type { FileId } from "../../../domain/media/ids.js";
import type { MediaFile } from "../../../domain/media/media-file.js";

/** The uploaded files. A file that is not used is deleted some time later. */
export interface MediaFiles {
  /**
   * The usable files with these ids. They are not deleted for a while, even if this unit of work
   * fails.
   */
  claim(ids: readonly FileId[], now: Date): Promise<ReadonlyMap<FileId, MediaFile>>;
  /** `claim` by name. */
  claimNamed(names: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** The usable file that was made from this content (SHA-256, hexadecimal); it is claimed. */
  ofContent(sha256: string, now: Date): Promise<MediaFile | null>;
  /** Saves the row of a file before its content, so that no content is without a row. */
  begin(file: MediaFile, now: Date): Promise<void>;
  /**
   * Makes a stored file usable.
   * @returns it, or the file that another upload made from the same content; then this one is
   * marked for deletion
   */
  finish(file: MediaFile, sha256: string, now: Date): Promise<MediaFile>;
  /**
   * Checks the files that were not checked since a time, oldest first. Files that were not used or
   * claimed since another time are marked for deletion: they cannot be used any more.
   * @returns how many were checked
   */
  sweep(
    times: { readonly checkedBefore: Date; readonly unusedSince: Date },
    most: number,
    now: Date,
  ): Promise<number>;
  /** The files that were marked for deletion before a time. */
  toDelete(before: Date, most: number): Promise<readonly Pick<MediaFile, "id" | "name">[]>;
  /** Removes the rows of files whose content is deleted. */
  remove(ids: readonly FileId[]): Promise<void>;
}
