/** Lines as text, without control characters. */
export const printableLines = (lines: readonly string[]): string =>
  `${lines.map(oneLine).join("\n")}\n`;

// oxlint-disable-next-line no-control-regex -- the content of a file must not control the terminal
const oneLine = (value: string): string => value.replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, " ");
