import { InvalidSlug } from "../../../domain/catalog/errors.js";
import { inLowerCase, slug, slugify } from "../../../domain/catalog/slug.js";
import type { Header } from "./header.js";
import type { Row } from "../../shared/csv/records.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

/**
 * Rows with the same key are one product: the handle in lower case, or else the slug of the title.
 * Null for a row with neither, which belongs to the product above it.
 */
export const productKey = ({ at }: Header, { cells }: Row): string | null => {
  const handle = fromSafeCell(cells[at.get("handle") ?? -1] ?? "");
  if (handle !== "") return inLowerCase(handle);
  const title = fromSafeCell(cells[at.get("title") ?? -1] ?? "");
  return title === "" ? null : (valid(slugify, title) ?? title);
};

/**
 * The slug of a product: its key, or what is made of a key that cannot be part of an address. A key
 * of which no slug can be made stays, and is refused.
 */
export const slugOfKey = (key: string): string => valid(slug, key) ?? valid(slugify, key) ?? key;

function valid(make: (raw: string) => string, raw: string): string | null {
  try {
    return make(raw);
  } catch (error) {
    if (error instanceof InvalidSlug) return null;
    throw error;
  }
}
