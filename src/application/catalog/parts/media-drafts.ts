import type { MediaId } from "../../../domain/catalog/ids.js";
import { InvalidMedia } from "../../../domain/catalog/errors.js";
import { FileNotFound } from "../../../domain/catalog/media-errors.js";
import { addressOfName, nameOfAddress, parseFileId } from "../../../domain/catalog/media-file.js";
import type { FocalPoint, Media } from "../../../domain/catalog/media.js";
import type { Problems } from "../../../domain/shared/domain-error.js";
import type { MediaStores } from "../media/media-ports.js";

/** Where an image comes from: one of the two. */
export interface ImageOrigin {
  /** An address elsewhere, or one below `/media/`. */
  readonly url?: string | null | undefined;
  /** The id of an uploaded file. */
  readonly file?: string | null | undefined;
}

/** An image as people name it. */
export interface MediaDraft extends ImageOrigin {
  readonly alt?: string | null | undefined;
  readonly focalPoint?: FocalPoint | null | undefined;
}

/** Stands for an address that is refused already. */
const NOWHERE = "/media/none";

/**
 * The addresses of images, null for one that names no origin. Uploaded files are claimed, so that none of them is removed meanwhile.
 * @param problems take an error for each image that names two origins, or a file that is not there
 */
export const addressesOf = async (
  { mediaFiles }: Pick<MediaStores, "mediaFiles">,
  origins: readonly ImageOrigin[],
  now: Date,
  problems: Problems,
  placeOf: (index: string) => readonly string[],
): Promise<readonly (string | null)[]> => {
  const ids = origins.flatMap(({ file }) => (file == null ? [] : (parseFileId(file) ?? [])));
  const names = origins.flatMap(({ url }) => (url == null ? [] : (nameOfAddress(url) ?? [])));
  const files = new Map<string, { readonly name: string }>(
    ids.length > 0 ? await mediaFiles.claim(ids, now) : [],
  );
  const named = names.length > 0 ? await mediaFiles.claimNamed(names, now) : new Set<string>();
  return origins.map(({ url, file }, index) => {
    const refuse = (problem: FileNotFound | InvalidMedia): string => {
      problems.add(problem.within(placeOf(String(index))));
      return NOWHERE;
    };
    if (url != null && file != null)
      return refuse(
        new InvalidMedia("Give either the address of an image or an uploaded file, not both.", [
          "file",
        ]),
      );
    if (file != null) return addressed(files.get(file)?.name) ?? refuse(new FileNotFound(file));
    const name = url == null ? null : nameOfAddress(url);
    return name !== null && url != null && !named.has(name)
      ? refuse(new FileNotFound(url, ["url"]))
      : (url ?? null);
  });
};

const addressed = (name: string | undefined): string | null =>
  name === undefined ? null : addressOfName(name);

/** The same where each image must have an origin. */
export const newAddressesOf = async (
  ...given: Parameters<typeof addressesOf>
): Promise<readonly string[]> => {
  const [, , , problems, placeOf] = given;
  return (await addressesOf(...given)).map((url, index) => {
    if (url === null)
      problems.add(
        new InvalidMedia("Give the address of an image, or an uploaded file.", [
          ...placeOf(String(index)),
          "url",
        ]),
      );
    return url ?? NOWHERE;
  });
};

/** A new image. */
export const draftedMedia = (id: MediaId, url: string, { alt, focalPoint }: MediaDraft): Media => ({
  id,
  url,
  alt: alt ?? "",
  ...(focalPoint && { focalPoint }),
});
