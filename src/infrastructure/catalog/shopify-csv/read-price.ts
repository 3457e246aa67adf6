import { fractionDigits } from "../../../domain/shared/currencies.js";
import { InvalidAmount, Money } from "../../../domain/shared/money.js";
import type { NumberStyle, ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";
import { looksLikeDecimalComma, toDecimal } from "../../shared/csv/to-decimal.js";

/** An amount with a decimal point and all digits of the currency. */
export const readPrice = <Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
): string | null => {
  if (value === "") return null;
  const { currency, priceUnit } = cells.style;
  try {
    if (priceUnit === "minor") return Money.of(minorUnits(value), currency).toDecimal();
    const decimal = toDecimal(value, cells.style);
    if (decimal !== null) return Money.parse(decimal, currency).toDecimal();
  } catch (error) {
    if (!(error instanceof InvalidAmount || error instanceof RangeError)) throw error;
  }
  cells.defect(row, column, value, {
    code: "INVALID_PRICE",
    reason: `"${value}" is not a price in ${currency}.`,
    advice: adviceForPrice(value, cells.style),
  });
  return null;
};

function minorUnits(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new RangeError("not whole");
  return Number(value);
}

function adviceForPrice(value: string, { priceUnit, decimal, currency }: NumberStyle): string {
  if (priceUnit === "minor")
    return "With --price-unit minor every price is a whole number of the smallest unit, such as 1290 for 12.90.";
  if (decimal === "point" && looksLikeDecimalComma(value))
    return `If the comma separates the cents, import with --decimal comma; otherwise write ${value.replaceAll(".", "").replace(",", ".")}.`;
  const example = decimal === "comma" ? "1234,50" : "1234.50";
  return `Write digits and at most ${fractionDigits(currency)} decimals, such as ${fractionDigits(currency) === 0 ? "1234" : example}, without a currency sign and without thousands separators.`;
}
