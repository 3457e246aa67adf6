/**
 * A number with a decimal point, also from a file with decimal commas; null when it is not a
 * number.
 */
export const toDecimal = (
  value: string,
  { decimal }: { readonly decimal: "comma" | "point" },
): string | null => {
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
