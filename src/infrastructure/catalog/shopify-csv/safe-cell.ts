// Spreadsheets run cells that begin like this (OWASP, CSV injection). Text that already is an apostrophe before one of
// them gets another one, so that every text comes back as it was, and `'Til Dawn` stays `'Til Dawn`.
// oxlint-disable-next-line no-control-regex -- a leading NUL, TAB or CR hides the sign behind it
const RUNS = /^'*[=+\-@\t\r\0]/;
// oxlint-disable-next-line no-control-regex -- see above
const NEUTRALISED = /^'+[=+\-@\t\r\0]/;

/** A text that no spreadsheet takes for a formula. Numbers are not passed through here: `-5` pieces is a number, not text. */
export const neutralised = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

/**
 * A cell as it was meant: without spaces around it, without the apostrophe of `neutralised`, and in the Unicode form of what
 * is stored (NFC), so that the same SKU, option or address is found again however it was typed.
 */
export const restored = (cell: string): string => {
  const text = cell.normalize("NFC").trim();
  return text.startsWith("'") && NEUTRALISED.test(text) ? text.slice(1) : text;
};

/** Barcodes are protected by an apostrophe in many files, so any leading one is protection. */
export const neutralisedBarcode = (barcode: string): string =>
  barcode.startsWith("'") || RUNS.test(barcode) ? `'${barcode}` : barcode;
export const restoredBarcode = (cell: string): string =>
  cell.normalize("NFC").trim().replace(/^'/, "");
