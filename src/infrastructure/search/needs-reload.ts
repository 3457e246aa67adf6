import type { SearchChange, SearchSource } from "../../application/search/ports/search-source.js";
import type { ProductIndex } from "./product-index.js";
import type { ReadWriteLock } from "./read-write-lock.js";
import { SearchFields } from "./search-fields.js";

/**
 * Whether everything has to be read again, such as for another filterable field. Takes over new
 * texts of fields.
 */
export const needsReload = async (
  index: ProductIndex,
  source: Pick<SearchSource, "fields">,
  changes: readonly SearchChange[],
  lock: Pick<ReadWriteLock, "write">,
): Promise<boolean> => {
  if (changes.some(({ isAboutAll }) => isAboutAll)) return true;
  if (!changes.some(({ isAboutFields }) => isAboutFields)) return false;
  const fields = new SearchFields(await source.fields());
  if (fields.form !== index.fields.form) return true;
  await lock.write(() => {
    index.fields = fields;
  });
  return false;
};
