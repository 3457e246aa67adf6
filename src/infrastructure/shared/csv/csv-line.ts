/** A record as in RFC 4180: commas, CRLF, quotation marks where needed. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;

/** The length of a piece of a text that is written piece by piece. */
export const PIECE_LENGTH = 65_536;
