import type { CatalogReads } from "../../../application/catalog/ports/catalog-reads.js";
import { allOf } from "../../shared/database/condition.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { select } from "../../shared/database/selection.js";
import { placeholders } from "../../shared/database/sql-session.js";
import { visibility } from "../columns/visibility.js";
import { mediaFields } from "./media-fields.js";
import { countParts, pagesByPosition } from "./pages-by-position.js";

type Reads = Pick<CatalogReads, "mediaOfProducts" | "countMedia" | "mediaById">;

export const mediaReads = (source: ReadSource): Reads => ({
  mediaOfProducts: (ids, page, fields, audience = {}) => {
    const selection = select(mediaFields(audience), "m.id", fields);
    return pagesByPosition(source, { ...selection, table: "catalog_media m" }, ids, page);
  },

  countMedia: (ids) => countParts(source, "catalog_media", ids),

  mediaById: async (ids, audience, fields) => {
    if (ids.length === 0) return [];
    const { columns, read } = select(mediaFields(audience), "m.id", fields);
    const ofProducts = allOf([
      { sql: `m.id IN (${placeholders(ids)})`, values: ids },
      ...visibility(audience, "l"),
    ]);
    const ofCollections = allOf([
      { sql: `c.image_id IN (${placeholders(ids)})`, values: ids },
      ...visibility(audience, "c"),
    ]);
    const rows = await source.query(
      `SELECT ${columns.join(", ")} FROM catalog_media m JOIN catalog_listing l ON l.product_id = m.product_id WHERE ${ofProducts.sql}
       UNION ALL SELECT ${columns.join(", ")} FROM
       (SELECT c.image_id AS id, NULL AS product_id, c.image_url AS url, c.image_alt AS alt, c.image_key AS url_key, c.image_focal_x AS focal_x, c.image_focal_y AS focal_y FROM catalog_collection c WHERE ${ofCollections.sql}) m`,
      [...ofProducts.values, ...ofCollections.values],
    );
    return rows.map(read);
  },
});
