import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { CollectionView } from "../../../application/catalog/ports/collection-view.js";
import type { CollectionKind } from "../../../domain/catalog/collections/collection-content.js";
import { toFlag } from "../../shared/database/cell.js";
import { enumField, type FieldSources } from "../../shared/database/field-sources.js";
import { imageField } from "../columns/image-columns.js";
import { translatedFields } from "../translations/translated-fields.js";
import { translationsField } from "../translations/translation-rows.js";
import { COLLECTION_TABLE } from "./collection-table.js";

const COLLECTION_FIELDS: FieldSources<CollectionView> = {
  ...COLLECTION_TABLE.sources("c"),
  image: imageField("c"),
  kind: enumField<CollectionKind>("c.kind"),
  translations: translationsField("c"),
  evaluating: {
    columns: [
      "EXISTS (SELECT 1 FROM catalog_collection_evaluation e WHERE e.collection_id = c.id) AS evaluating",
    ],
    read: (row) => toFlag(row["evaluating"]),
  },
};

export const collectionFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<CollectionView> =>
  translatedFields(COLLECTION_FIELDS, shoppingContext?.locale);
