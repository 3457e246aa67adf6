import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { MetafieldDefinitionView } from "../../../../application/catalog/ports/metafield-reads.js";
import { type FieldNeeds, neededFields } from "../../execution/needed-fields.js";
import type { Requested } from "../../execution/requested-fields.js";

/** The fields of a view that each field of `MetafieldDefinition` needs. */
export const METAFIELD_DEFINITION_NEEDS = {
  namespace: ["namespace"],
  key: ["key"],
  type: ["type"],
  name: ["name"],
  description: ["description"],
  owners: ["owners"],
  filterable: ["filterable"],
  sortable: ["sortable"],
  choices: ["choices"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  translations: ["translations"],
} as const satisfies FieldNeeds<MetafieldDefinitionView>;

export const metafieldDefinitionFields = (
  requested: Requested,
): FieldsOf<MetafieldDefinitionView> => neededFields(requested, METAFIELD_DEFINITION_NEEDS);
