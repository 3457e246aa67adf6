import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { MetafieldDefinitionView } from "../../../application/catalog/ports/metafield-reads.js";
import type { FieldSources } from "../../shared/database/field-sources.js";
import { translatedFields } from "../translations/translated-fields.js";
import { translationsField } from "../translations/translation-rows.js";
import { METAFIELD_DEFINITION_TABLE } from "./metafield-definition-table.js";

const METAFIELD_DEFINITION_FIELDS: FieldSources<MetafieldDefinitionView> = {
  ...METAFIELD_DEFINITION_TABLE.sources("d"),
  translations: translationsField("d"),
};

export const metafieldDefinitionFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<MetafieldDefinitionView> =>
  translatedFields(METAFIELD_DEFINITION_FIELDS, shoppingContext?.locale);
