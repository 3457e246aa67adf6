import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { MetafieldDefinitionView } from "../../../application/catalog/ports/metafield-reads.js";
import type { MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import {
  enumField,
  numberField,
  textField,
  timeField,
  type FieldSources,
} from "../../shared/database/field-sources.js";
import { translatedFields } from "../translations/translated-fields.js";
import { translationsField } from "../translations/translation-rows.js";

const METAFIELD_DEFINITION_FIELDS: FieldSources<MetafieldDefinitionView> = {
  namespace: textField("d.namespace"),
  key: textField("d.field_key"),
  type: enumField<MetafieldType>("d.type"),
  name: textField("d.name"),
  description: textField("d.description"),
  translations: translationsField("d"),
  version: numberField("d.version"),
  createdAt: timeField("d.created_at"),
  updatedAt: timeField("d.updated_at"),
};

export const metafieldDefinitionFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<MetafieldDefinitionView> =>
  translatedFields(METAFIELD_DEFINITION_FIELDS, shoppingContext?.locale);
