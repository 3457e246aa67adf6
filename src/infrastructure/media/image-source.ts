import type { ImageView } from "../../application/catalog/ports/product-view.js";
import type { Row } from "../shared/database/sql-session.js";
import { problemOf, sourceStatus } from "./source-status.js";

/**
 * A column with the state of an external image by its key: `READY 01k…-800x600.jpg`, `PARKED
 * NOT_FOUND`.
 */
export const imageSourceColumn = (key: string): string =>
  `(SELECT CONCAT(s.status, ' ', COALESCE(s.file, s.last_error, '')) FROM catalog_media_source s WHERE s.id = ${key}) AS source`;

export const imageSource = (cell: Row[string] | undefined): ImageView["source"] => {
  if (cell == null) return undefined;
  const [stored = "", rest = ""] = String(cell).split(" ");
  const status = sourceStatus(stored);
  return {
    status,
    file: status === "READY" ? rest : null,
    problem: status === "READY" ? null : problemOf(rest),
  };
};
