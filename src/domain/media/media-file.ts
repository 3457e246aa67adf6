import type { FileId } from "./ids.js";

/** A picture in the shop's own storage. A file never changes: a new picture is a new file. */
export interface MediaFile {
  readonly id: FileId;
  /** Stored and served as `/media/<name>`. Contains the size in pixels. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The size of the file in bytes. */
  readonly bytes: number;
}

/** The formats of stored pictures. Uploads in other formats are converted to one of these. */
export const STORED_FORMATS = ["jpg", "png", "webp"] as const;
export type StoredFormat = (typeof STORED_FORMATS)[number];

/**
 * The name of a file. Names are never reused, so that removing an old file cannot remove a new one.
 */
export const fileName = (
  id: FileId,
  {
    width,
    height,
    format,
  }: { readonly width: number; readonly height: number; readonly format: StoredFormat },
): string => `${id.slice(PREFIX.length)}-${width}x${height}.${format}`;

const PREFIX = "file_";
const ID = /^file_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const NAME = /^[0-7][0-9a-hjkmnp-tv-z]{25}-(\d{1,5})x(\d{1,5})\.(?:jpg|png|webp)$/;
const SIZED = /^[a-z\d]+(?:[-/][a-z\d]+)*-([1-9]\d{0,4})x([1-9]\d{0,4})\.(?:jpg|png|webp)$/;
const MEDIA = "/media/";

/** The id if the text has exactly its form; otherwise null. */
export const parseFileId = (raw: string): FileId | null => (ID.test(raw) ? (raw as FileId) : null);

/** The name of the stored file that a URL points to; null for any other URL. */
export const fileNameFromUrl = (url: string): string | null =>
  url.startsWith(MEDIA) && NAME.test(url.slice(MEDIA.length)) ? url.slice(MEDIA.length) : null;

export const fileUrl = (name: string): string => MEDIA + name;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels, read from the name of a stored file; null for any other name. */
export const sizeFromFileName = (name: string): Size | null => sizeIn(NAME, name);

/** The same for every name that ends in a size, such as those of the demo: `demo/mug-800x800.webp`. */
export const sizeFromSizedName = (name: string): Size | null => sizeIn(SIZED, name);

const sizeIn = (form: RegExp, name: string): Size | null => {
  const [, width, height] = form.exec(name) ?? [];
  return width === undefined || height === undefined
    ? null
    : { width: Number(width), height: Number(height) };
};
