import type { MediaId } from "../../../domain/catalog/ids.js";
import type { FocalPoint, Media } from "../../../domain/catalog/images/media.js";
import {
  fileNameFromUrl,
  FileNotFound,
  fileUrl,
  InvalidMedia,
  parseFileId,
} from "../../../domain/media/media.js";
import type { Problems } from "../../../domain/shared/problems.js";
import type { MediaStores } from "../../media/ports/media-stores.js";

/** Where an image comes from: one of the two. */
interface ImageOrigin {
  /** The URL of an external image, or a path below `/media/`. */
  readonly url?: string | null | undefined;
  /** The id of an uploaded file. */
  readonly file?: string | null | undefined;
}

/** An image of a command. */
export interface MediaInput extends ImageOrigin {
  readonly alt?: string | null | undefined;
  readonly focalPoint?: FocalPoint | null | undefined;
}

/** Takes the place of a URL that is refused. */
const REFUSED_URL = "/media/none";

/**
 * The URLs of images; null for an image without an origin. Uploaded files are claimed, so that they
 * are not deleted meanwhile.
 * @param problems receives an error for each image with two origins or a missing file
 */
export const imageUrls = async (
  { mediaFiles }: Pick<MediaStores, "mediaFiles">,
  origins: readonly ImageOrigin[],
  now: Date,
  problems: Problems,
  pathOf: (index: string) => readonly string[],
): Promise<readonly (string | null)[]> => {
  const ids = origins.flatMap(({ file }) => (file == null ? [] : (parseFileId(file) ?? [])));
  const names = origins.flatMap(({ url }) => (url == null ? [] : (fileNameFromUrl(url) ?? [])));
  const files = new Map<string, { readonly name: string }>(
    ids.length > 0 ? await mediaFiles.claim(ids, now) : [],
  );
  const claimed = names.length > 0 ? await mediaFiles.claimNamed(names, now) : new Set<string>();
  return origins.map(({ url, file }, index) => {
    const refuse = (problem: FileNotFound | InvalidMedia): string => {
      problems.add(problem.prefixPath(pathOf(String(index))));
      return REFUSED_URL;
    };
    if (url != null && file != null)
      return refuse(
        new InvalidMedia("Give either the URL of an image or an uploaded file, not both.", [
          "file",
        ]),
      );
    if (file != null) {
      const name = files.get(file)?.name;
      return name === undefined ? refuse(new FileNotFound(file)) : fileUrl(name);
    }
    const name = url == null ? null : fileNameFromUrl(url);
    return name !== null && url != null && !claimed.has(name)
      ? refuse(new FileNotFound(url, ["url"]))
      : (url ?? null);
  });
};

/** `imageUrls` for images that must have an origin. */
export const requiredUrls = async (
  ...parameters: Parameters<typeof imageUrls>
): Promise<readonly string[]> => {
  const [, , , problems, pathOf] = parameters;
  return (await imageUrls(...parameters)).map((url, index) => {
    if (url === null)
      problems.add(
        new InvalidMedia("Give the URL of an image or an uploaded file.", [
          ...pathOf(String(index)),
          "url",
        ]),
      );
    return url ?? REFUSED_URL;
  });
};

/** A new image. */
export const mediaFromInput = (
  id: MediaId,
  url: string,
  { alt, focalPoint }: MediaInput,
): Media => ({
  id,
  url,
  alt: alt ?? "",
  ...(focalPoint && { focalPoint }),
});
