import type { MetafieldDefinitionId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { loadById } from "../../execution/load-by-id.js";
import type { Requested } from "../../execution/requested-fields.js";
import { metafieldDefinitionFields } from "./metafield-definition-needs.js";
import type { MetafieldDefinitionSource } from "./metafield-definition-type.js";

/** One definition, together with all others that are requested in the same tick. */
export const loadMetafieldDefinition = (
  context: GraphqlContext,
  id: MetafieldDefinitionId,
  requested: Requested,
): Promise<MetafieldDefinitionSource | null> => {
  const { app, viewer } = context;
  const fields = metafieldDefinitionFields(requested);
  return loadById(
    context,
    "metafield definition",
    id,
    fields,
    (ids: readonly MetafieldDefinitionId[]) =>
      app.catalog.metafieldDefinitions.byId({ ids, fields }, viewer),
  );
};
