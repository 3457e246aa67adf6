import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import { urlKey } from "../../media/media.js";
import { text, word, type Columns } from "../../shared/database/columns.js";
import { toFocalPoint, toHundredths } from "../columns/image-columns.js";
import type { RowValues } from "../../shared/database/sql-session.js";
import { tableOf } from "../../shared/database/table-of.js";

/** How an image of a product is stored in `catalog_media`. */
const MEDIA_COLUMNS: Columns<Media> = {
  id: word("id"),
  url: text("url"),
  alt: text("alt"),
  focalPoint: {
    cells: {
      focal_x: (point) => (point ? toHundredths(point.x) : null),
      focal_y: (point) => (point ? toHundredths(point.y) : null),
    },
    read: (row) => toFocalPoint(row["focal_x"], row["focal_y"]),
  },
};

export const MEDIA_TABLE = tableOf(MEDIA_COLUMNS);

export const toMediaRow = (productId: ProductId, image: Media, position: number): RowValues =>
  MEDIA_TABLE.toRow(image, { product_id: productId, position, url_key: urlKey(image.url) });
