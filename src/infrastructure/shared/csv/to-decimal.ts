/** How a file writes decimals. */
export interface DecimalStyle {
  readonly decimal: "comma" | "point";
  /** Whether no number of the file contradicts it: otherwise `1.200` is not read. */
  readonly isSettled: boolean;
}

/** Numbers whose separator may be that of the decimals or that of the thousands. */
export const OPEN_COMMA = /^-?[1-9]\d{0,2},\d{3}$/;
export const OPEN_POINT = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * A number with a decimal point, also from a file with decimal commas; null when it is not a
 * number.
 */
export const toDecimal = (value: string, { decimal, isSettled }: DecimalStyle): string | null => {
  if (!isSettled && (OPEN_COMMA.test(value) || OPEN_POINT.test(value))) return null;
  if (decimal === "point")
    return /^-?(?:\d+\.?\d*|\.\d+)$/.test(value)
      ? value.replace(/^(-?)\./, "$10.").replace(/\.$/, "")
      : null;
  return /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(value)
    ? value.replaceAll(".", "").replace(",", ".")
    : null;
};

export const looksLikeDecimalComma = (value: string): boolean =>
  /^-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}$/.test(value);
