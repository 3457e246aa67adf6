const NAME = /^(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,199}\/){0,4}[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;

const TYPES: Readonly<Record<string, string>> = {
  webp: "image/webp",
  avif: "image/avif",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
};

/**
 * Whether a picture may be stored under a name: no hidden parts, no path out of the folder, a known
 * extension.
 */
export const isStorableName = (name: string): boolean =>
  name.length <= 400 && NAME.test(name) && !name.includes("..") && typeOfName(name) !== null;

/**
 * The media type of a file by its name; null for what is not served. No SVG and no HTML, because
 * they run scripts.
 */
export const typeOfName = (name: string): string | null => {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? null) : null;
};
