/**
 * The addresses in a cell of images. A comma, a semicolon, a bar or white space separates two of
 * them where another address follows.
 */
export const addressesIn = (cell: string): readonly string[] =>
  cell
    .split(/[\s,;|]+(?=https?:\/\/|\/media\/)/i)
    .map((address) => address.trim())
    .filter((address) => address !== "");
