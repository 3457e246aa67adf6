import type { TaxCategoryId } from "../../../domain/pricing/ids.js";
import type { PageRequest } from "../../shared/page.js";
import { taxReading } from "./tax-reading.js";

/** The tax categories of the shop. Staff only. */
export const readTaxCategories = {
  list: taxReading((page: PageRequest, { categories }) => categories.list(page)),
  count: taxReading((_: object, { categories }) => categories.count()),
  byId: taxReading((ids: readonly TaxCategoryId[], { categories }) => categories.byId(ids)),
  byKey: taxReading((keys: readonly string[], { categories }) => categories.byKey(keys)),
};
