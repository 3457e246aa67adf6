import { InvalidSlug } from "../../../domain/catalog/errors.js";
import { slugify } from "../../../domain/catalog/slug.js";
import type { Header } from "./header.js";
import type { Row } from "../../shared/csv/records.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

/**
 * Rows with the same key are one product: the handle in lower case, or else the slug of the title.
 * Null for a row with neither, which belongs to the product above it.
 */
export const productKey = ({ at }: Header, { cells }: Row): string | null => {
  const handle = fromSafeCell(cells[at.get("handle") ?? -1] ?? "");
  if (handle !== "") return handle.normalize("NFC").toLowerCase();
  const title = fromSafeCell(cells[at.get("title") ?? -1] ?? "");
  return title === "" ? null : slugOf(title);
};

function slugOf(title: string): string {
  try {
    return slugify(title);
  } catch (error) {
    if (error instanceof InvalidSlug) return title;
    throw error;
  }
}
