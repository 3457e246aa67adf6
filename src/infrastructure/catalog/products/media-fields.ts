import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { MediaView } from "../../../application/catalog/ports/product-view.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { imageSourceColumn, imageSource } from "../../media/media.js";
import type { FieldSources } from "../../shared/database/field-sources.js";
import { translatedFields } from "../translations/translated-fields.js";
import { MEDIA_TABLE } from "./media-table.js";

const MEDIA_FIELDS: FieldSources<MediaView> = {
  ...MEDIA_TABLE.sources("m"),
  productId: {
    columns: ["m.product_id"],
    read: (row) => (row["product_id"] == null ? null : id<ProductId>(String(row["product_id"]))),
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
