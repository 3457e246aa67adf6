import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { CollectionView } from "../../../application/catalog/ports/collection-view.js";
import type {
  CollectionKind,
  CollectionOrder,
} from "../../../domain/catalog/collections/collection-content.js";
import { toFlag } from "../../shared/database/cell.js";
import {
  enumField,
  numberField,
  textField,
  timeField,
  type FieldSources,
} from "../../shared/database/field-sources.js";
import { imageField } from "../columns/image-columns.js";
import { publicationField } from "../columns/publication-columns.js";
import { seoField } from "../columns/seo-field.js";
import { translatedFields } from "../translations/translated-fields.js";
import { translationsField } from "../translations/translation-rows.js";
import { toParent, toRules } from "./collection-rows.js";

const COLLECTION_FIELDS: FieldSources<CollectionView> = {
  slug: textField("c.slug"),
  title: textField("c.title"),
  descriptionHtml: textField("c.description_html"),
  publication: publicationField("c"),
  seo: seoField("c"),
  image: imageField("c"),
  kind: enumField<CollectionKind>("c.kind"),
  rules: { columns: ["c.rules"], read: (row) => toRules(row["rules"]) },
  sortOrder: enumField<CollectionOrder>("c.sort_order"),
  parentId: { columns: ["c.parent_id"], read: (row) => toParent(row["parent_id"]) },
  translations: translationsField("c"),
  evaluating: {
    columns: [
      "EXISTS (SELECT 1 FROM catalog_collection_evaluation e WHERE e.collection_id = c.id) AS evaluating",
    ],
    read: (row) => toFlag(row["evaluating"]),
  },
  version: numberField("c.version"),
  createdAt: timeField("c.created_at"),
  updatedAt: timeField("c.updated_at"),
};

export const collectionFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<CollectionView> =>
  translatedFields(COLLECTION_FIELDS, shoppingContext?.locale);
