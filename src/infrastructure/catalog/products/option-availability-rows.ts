import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { OptionAvailability } from "../../../domain/catalog/options/option-availability.js";
import type { Option } from "../../../domain/catalog/options/option.js";
import { id } from "../../../domain/shared/id.js";
import { toAvailableFlags } from "../../listing/listing.js";
import type { Cell } from "../../shared/database/cell.js";
import type { Row, RowValues } from "../../shared/database/sql-session.js";
import { fromSqlJson } from "../../shared/database/sql-value.js";

const PREFIX = "variant_";

/**
 * One row has all variants of a product, each in three texts: its id without the prefix, the
 * indexes of its option values such as `0.12.3`, and `1` if it can be bought. Two thousand variants
 * are about 80 kB, read without a join to variants and stock.
 */
export const toOptionAvailabilityRow = (
  productId: ProductId,
  { variants }: OptionAvailability,
): RowValues => ({
  product_id: productId,
  variant_ids: variants.map(({ id: variantId }) => variantId.slice(PREFIX.length)).join(" "),
  value_places: variants.map(({ values }) => values.join(".")).join(" "),
  available: toAvailableFlags(variants.map(({ available }) => available)),
});

/** Reads such a row, joined with the options of its product. */
export const toOptionAvailability = (row: Row): OptionAvailability => {
  const valueIndexes = splitWords(row["value_places"]);
  const available = String(row["choice_available"] ?? "");
  return {
    options: fromSqlJson<readonly Option[]>(row["options"]),
    variants: splitWords(row["variant_ids"]).map((suffix, index) => ({
      id: id<VariantId>(`${PREFIX}${suffix}`),
      values: (valueIndexes[index] ?? "").split(".").map(Number),
      available: available[index] === "1",
    })),
  };
};

const splitWords = (cell: Cell): readonly string[] =>
  cell == null || cell === "" ? [] : String(cell).split(" ");
