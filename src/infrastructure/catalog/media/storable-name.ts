const NAME = /^(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,199}\/){0,4}[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;

const TYPES: Readonly<Record<string, string>> = {
  webp: "image/webp",
  avif: "image/avif",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
};

/** The media type of what lies under a name; null for what is not served. No SVG and no HTML: they run scripts. */
export const typeOfName = (name: string): string | null => {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? null) : null;
};

/** Whether a picture may lie under a name: no hidden parts, no way out of the folder, a known ending. */
export const isStorableName = (name: string): boolean =>
  name.length <= 400 && NAME.test(name) && !name.includes("..") && typeOfName(name) !== null;
