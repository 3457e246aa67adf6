// Spreadsheets execute cells that begin like this (OWASP, CSV injection), some of them also with the
// wide forms that Chinese and Japanese keyboards give; where a semicolon separates cells, what follows
// one begins a cell. A text with apostrophes before one of these characters gets another apostrophe, so
// that every text is read back unchanged, and `'Til Dawn` stays `'Til Dawn`.
// oxlint-disable-next-line no-control-regex -- a leading NUL, TAB or CR hides the character after it
const EXECUTABLE = /^'*[=+\-@;＝＋－＠\t\r\0]/;
// oxlint-disable-next-line no-control-regex -- see above
const ESCAPED = /^'+[=+\-@;＝＋－＠\t\r\0]/;

/**
 * A text that no spreadsheet executes as a formula. For texts only: the quantity `-5` is a number.
 */
export const safeCell = (text: string): string => (EXECUTABLE.test(text) ? `'${text}` : text);

/**
 * The text of a cell: without surrounding spaces, without the apostrophe of `toSafeCell`, and in
 * Unicode NFC as stored texts, so that the same SKU, option or URL is found however it was typed.
 */
export const fromSafeCell = (cell: string): string => {
  const text = cell.normalize("NFC").trim();
  return text.startsWith("'") && ESCAPED.test(text) ? text.slice(1) : text;
};

/**
 * `fromSafeCell` of an identifier. Some programs protect identifiers from spreadsheets as the
 * formula `="0123"`; as a text that would begin with an apostrophe.
 */
export const fromSafeIdentifier = (cell: string): string => {
  const text = fromSafeCell(cell);
  return cell.trimStart().startsWith("=") ? withoutFormula(text) : text;
};

const withoutFormula = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;

/** Many files protect barcodes by an apostrophe, so every leading one is removed from them. */
export const toSafeBarcode = (barcode: string): string =>
  barcode.startsWith("'") || EXECUTABLE.test(barcode) ? `'${barcode}` : barcode;
export const fromSafeBarcode = (cell: string): string => {
  const text = cell.normalize("NFC").trim();
  return text.startsWith("'") ? text.slice(1) : withoutFormula(text);
};
