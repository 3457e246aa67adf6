import type { Product } from "../../../domain/catalog/products/product.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { FileIssue } from "../ports/product-files.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { ImportState } from "./import-state.js";
import type { MergedProduct } from "./merge-product.js";

/** What missing columns mean is said at the first product and the first variant that are new. */
export const issuesOfNew = (
  state: ImportState,
  record: ProductRecord,
  { variants }: MergedProduct,
  storedProduct: Product | null,
): readonly ImportIssue[] => {
  const { products, variants: ofVariants } = state.file.issuesOfNew;
  const newVariant = variants.find(({ stored }) => stored === null);
  const said: ImportIssue[] = [];
  if (products && !storedProduct && state.isFirst("products"))
    said.push(at(record.location.line, products));
  if (ofVariants && newVariant && state.isFirst("variants"))
    said.push(at(newVariant.record?.location.line ?? record.location.line, ofVariants));
  return said;
};

const at = (line: number, issue: FileIssue): ImportIssue => ({
  ...issue,
  line,
  column: null,
  value: null,
});
