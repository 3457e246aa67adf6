import { InvalidSlug } from "../../../domain/catalog/errors.js";
import { slugify } from "../../../domain/catalog/slug.js";
import type { Header } from "./header.js";
import type { Row } from "./records.js";
import { restored } from "./safe-cell.js";

/**
 * What makes rows one product: the handle, whatever its case, else the slug of the title. Null for a row that gives
 * neither; it belongs to the product above it.
 */
export const productKey = ({ at }: Header, { cells }: Row): string | null => {
  const handle = restored(cells[at.get("handle") ?? -1] ?? "");
  if (handle !== "") return handle.normalize("NFC").toLowerCase();
  const title = restored(cells[at.get("title") ?? -1] ?? "");
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
