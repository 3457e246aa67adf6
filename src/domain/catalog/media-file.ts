import type { FileId } from "./ids.js";

/** What a stored picture is written as; everything else that is accepted is turned into one of these. */
export const STORED_FORMATS = ["jpg", "png", "webp"] as const;
export type StoredFormat = (typeof STORED_FORMATS)[number];

/** A picture in the shop's own storage. It never changes: another picture is another file. */
export interface MediaFile {
  readonly id: FileId;
  /** Under which it is stored and served: `/media/<name>`. Tells its size in pixels. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** How long it is, in bytes. */
  readonly bytes: number;
}

/** The name of a file: never reused, so that what is being removed is never what somebody has just added. */
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
const MEDIA = "/media/";

/** The id in its exact form; null for anything else. */
export const parseFileId = (raw: string): FileId | null => (ID.test(raw) ? (raw as FileId) : null);

/** The name of the stored file that an address leads to; null where it leads elsewhere. */
export const nameOfAddress = (url: string): string | null =>
  url.startsWith(MEDIA) && NAME.test(url.slice(MEDIA.length)) ? url.slice(MEDIA.length) : null;

export const addressOfName = (name: string): string => MEDIA + name;

/** Width and height in pixels, which the name of a stored file tells; null for a name that somebody else has made. */
export const sizeOfName = (
  name: string,
): { readonly width: number; readonly height: number } | null => {
  const [, width, height] = NAME.exec(name) ?? [];
  return width === undefined || height === undefined
    ? null
    : { width: Number(width), height: Number(height) };
};
