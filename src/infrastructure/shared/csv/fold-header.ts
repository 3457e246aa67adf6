/** A header for comparison: without differences in case, in spaces and in spaces around a slash. */
export const foldHeader = (header: string): string =>
  header
    .normalize("NFC")
    .replaceAll(/[\s\u00A0\uFEFF]+/g, " ")
    .trim()
    .toLowerCase()
    .replaceAll(/ ?\/ ?/g, "/");
