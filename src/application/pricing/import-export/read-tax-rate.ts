import { parsePercentage } from "../../../domain/pricing/tax/parse-percentage.js";
import type { TaxRate } from "../../../domain/pricing/tax/tax-rate.js";
import type { TaxField } from "./tax-file.js";
import { oneLine } from "../../../domain/shared/text.js";
import { writtenTime } from "../../../domain/shared/written-time.js";
import { RowRefused, type TaxRow } from "./tax-file-state.js";

/** The rate of a row; null when the row is about a zone or a category only. */
export const readTaxRate = ({ cells }: TaxRow): TaxRate | null => {
  const { zone = "", category = "", tax = "", percentage = "" } = cells;
  if (tax === "" && percentage === "") return null;
  for (const [field, what] of [
    ["zone", "zone"],
    ["category", "category"],
  ] as const)
    if (!cells[field])
      throw new RowRefused(
        field,
        `TAX_${what.toUpperCase()}_MISSING`,
        `The rate names no ${what}.`,
        `Write the key of a tax ${what}.`,
      );
  return {
    zone,
    category,
    tax: oneLine(tax),
    partsPerMillion: parsePercentage(percentage, ["percentage"]),
    isCompound: readFlag(cells, "isCompound") ?? false,
    from: timeOf(cells, "from"),
    until: timeOf(cells, "until"),
  };
};

/** Null for a blank cell. */
export const readFlag = (cells: TaxRow["cells"], field: TaxField): boolean | null => {
  const text = (cells[field] ?? "").toLowerCase();
  if (text === "") return null;
  if (["true", "yes", "1"].includes(text)) return true;
  if (["false", "no", "0"].includes(text)) return false;
  throw new RowRefused(
    field,
    "INVALID_FLAG",
    `"${text.slice(0, 100)}" is neither TRUE nor FALSE.`,
    "Write TRUE or FALSE, or leave the cell blank.",
  );
};

const timeOf = (cells: TaxRow["cells"], field: "from" | "until"): Date | null => {
  const text = cells[field] ?? "";
  if (text === "") return null;
  const time = text.includes(" ") ? null : writtenTime(text);
  if (time) return time;
  throw new RowRefused(
    field,
    "INVALID_TIME",
    `"${text.slice(0, 100)}" is not a date or a time with its zone.`,
    "Write 2027-01-01 for midnight UTC, or a time such as 2027-01-01T00:00:00+01:00.",
  );
};
