import type { FileIssue, ProductFile } from "../../../application/catalog/ports/product-files.js";
import { COLUMNS, type Field } from "./columns.js";
import type { Header } from "./header.js";

/** What it means for a new product or variant that the file has none of some columns. */
interface Absence {
  readonly columns: readonly [Field, ...Field[]];
  readonly meaning: string;
}

const OF_PRODUCTS: readonly Absence[] = [
  { columns: ["status"], meaning: "are active" },
  { columns: ["published"], meaning: "are published at once" },
];
const OF_VARIANTS: readonly Absence[] = [
  { columns: ["price"], meaning: "get no price, so they cannot be bought" },
  { columns: ["tracker"], meaning: "have no tracked stock, so they can always be bought" },
];

/** What missing columns mean for new products and variants. */
export const issuesOfNew = ({ at }: Header): ProductFile["issuesOfNew"] => {
  const issue = (what: "products" | "variants", absences: readonly Absence[]): FileIssue | null => {
    const absent = absences.filter(({ columns }) => columns.every((column) => !at.has(column)));
    const [first] = absent;
    return first === undefined
      ? null
      : {
          code: `${what === "products" ? "PRODUCT" : "VARIANT"}_COLUMNS_MISSING`,
          reason: `New ${what} of this file ${absent.map(({ columns, meaning }) => `${meaning} (there is no column "${COLUMNS[columns[0]][0]}")`).join(", and ")}.`,
          advice: "Add the column if that is not meant. Stored values stay as they are.",
        };
  };

  return { products: issue("products", OF_PRODUCTS), variants: issue("variants", OF_VARIANTS) };
};
