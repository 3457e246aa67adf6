import type { Product } from "../../../domain/catalog/products/product.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { ImportState } from "./import-state.js";
import { importWarnings } from "./import-warnings.js";
import type { StoredBatch } from "./stored-batch.js";

interface Found {
  readonly product: Product | null;
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}

/**
 * The stored product of a record: by its slug, or else by a slug that it had before. When the file
 * has that product under its current slug too, the record is a new product, which takes the old one.
 */
export const findStored = (
  record: ProductRecord,
  { products, byOldSlug }: Pick<StoredBatch, "products" | "byOldSlug">,
  state: ImportState,
): Found => {
  const found = products.get(record.slug);
  if (found) return { ...NOTHING, product: found };
  const renamed = byOldSlug.get(record.slug);
  if (!renamed) return NOTHING;
  const { id, slug } = renamed.snapshot();
  if (state.file.has(slug))
    return { ...NOTHING, warnings: [importWarnings.oldSlugTakenOver(record, slug)] };
  const other = state.claimedBy(id);
  if (other !== undefined)
    return { ...NOTHING, defects: [importWarnings.productTwice(record, other, slug)] };
  state.claim(id, record.slug);
  return {
    product: renamed,
    defects: [],
    warnings: [importWarnings.foundByOldSlug(record, slug)],
  };
};

const NOTHING: Found = { product: null, defects: [], warnings: [] };
