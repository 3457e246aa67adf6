import type { Publication } from "../../../domain/catalog/publication.js";
import type { ProductRecord } from "../ports/product-record.js";

/**
 * The publication of a product or collection of a file. Where a file has no times, a stored
 * publication stays and a new one begins now. A blank end means that there is none.
 * @param stored null for a new one
 */
export const mergePublication = (
  {
    published,
    publishedFrom,
    publishedUntil,
  }: Pick<ProductRecord, "published" | "publishedFrom" | "publishedUntil">,
  stored: { readonly publication: Publication | null } | null,
  now: Date,
): Publication | null => {
  if (published === false) return null;
  const before = stored?.publication ?? null;
  if (published === undefined && !publishedFrom && stored && !before) return null;
  return {
    from: publishedFrom ?? before?.from ?? now,
    until: publishedUntil === undefined ? (before?.until ?? null) : publishedUntil,
  };
};
