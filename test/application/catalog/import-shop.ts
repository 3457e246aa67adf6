import type { ProductReport } from "../../../src/application/catalog/import-export/product-report.js";
import type { ProductEntry } from "../../../src/application/catalog/ports/product-files.js";
import type { ProductRecord } from "../../../src/application/catalog/ports/product-record.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fileOf, variantRecord } from "../../builders/mug-record.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

interface ImportShop extends InMemoryCatalog {
  importRecords(
    ...records: readonly (ProductRecord | ProductEntry)[]
  ): Promise<readonly ProductReport[]>;
}

/** A shop in memory that imports records and returns the report of each product. */
export const importShop = (): ImportShop => {
  const memory = inMemoryCatalog();
  return {
    ...memory,
    importRecords: async (...records) => {
      const reports: ProductReport[] = [];
      await memory.catalog.importProducts(
        { file: fileOf(...records), onProduct: (report) => void reports.push(report) },
        OPERATOR,
      );
      return reports;
    },
  };
};

export const storedProduct = ({ database }: InMemoryCatalog, slug = "mug"): ProductSnapshot => {
  const found = [...database.rows<ProductSnapshot>("product").values()].find(
    (product) => product.slug === slug,
  );
  if (!found) throw new Error(`No product ${slug} is stored.`);
  return found;
};

export const rowsOf = <Row>({ database }: InMemoryCatalog, table: string): readonly Row[] => [
  ...database.rows<Row>(table).values(),
];

/** Variants in these colours for 4.50. */
export const inColors = (...colors: readonly string[]) =>
  colors.map((color) =>
    variantRecord({ optionValues: [color], sku: `MUG-${color}`, price: "4.50" }),
  );
