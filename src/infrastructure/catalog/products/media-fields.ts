import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { MediaView } from "../../../application/catalog/ports/product-view.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { imageSourceColumn, imageSource } from "../../media/media.js";
import { textField, type FieldSources } from "../../shared/database/field-sources.js";
import { toFocalPoint } from "../columns/image-columns.js";
import { translatedFields } from "../translations/translated-fields.js";

const MEDIA_FIELDS: FieldSources<MediaView> = {
  productId: {
    columns: ["m.product_id"],
    read: (row) => (row["product_id"] == null ? null : id<ProductId>(String(row["product_id"]))),
  },
  url: textField("m.url"),
  alt: textField("m.alt"),
  focalPoint: {
    columns: ["m.focal_x", "m.focal_y"],
    read: (row) => toFocalPoint(row["focal_x"], row["focal_y"]),
  },
  source: {
    columns: [imageSourceColumn("m.url_key")],
    read: (row) => imageSource(row["source"]),
  },
};

export const mediaFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<MediaView> =>
  translatedFields(MEDIA_FIELDS, shoppingContext?.locale);
