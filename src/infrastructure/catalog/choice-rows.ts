import type { Choices } from "../../domain/catalog/choices.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { Option } from "../../domain/catalog/option.js";
import { id } from "../../domain/shared/id.js";
import { fromSqlJson, type Row, type RowValues } from "../shared/sql.js";

const PREFIX = "variant_";

/**
 * One row holds all variants of a product, each in three texts: its id without the prefix, the places of its values such as `0.12.3`,
 * and `1` where it can be bought. Two thousand variants are about 80 kB, read at once and without a join to variants and stock.
 */
export const toChoiceRow = (productId: ProductId, { variants }: Choices): RowValues => ({
  product_id: productId,
  variant_ids: variants.map((one) => one.id.slice(PREFIX.length)).join(" "),
  value_places: variants.map(({ values }) => values.join(".")).join(" "),
  available: toAvailability(variants.map(({ available }) => available)),
});

/** A `1` for each variant that can be bought, a `0` for each other one; in a price list it takes the place of what holds everywhere. */
export const toAvailability = (sellable: readonly boolean[]): string =>
  sellable.map((one) => (one ? "1" : "0")).join("");

/** The choices out of such a row with the options of the product beside it. */
export const toChoices = (row: Row): Choices => {
  const places = words(row["value_places"]);
  const available = String(row["choice_available"] ?? "");
  return {
    options: fromSqlJson<readonly Option[]>(row["options"]),
    variants: words(row["variant_ids"]).map((suffix, index) => ({
      id: id<VariantId>(`${PREFIX}${suffix}`),
      values: (places[index] ?? "").split(".").map(Number),
      available: available[index] === "1",
    })),
  };
};

const words = (cell: Row[string] | undefined): readonly string[] =>
  cell == null || cell === "" ? [] : String(cell).split(" ");
