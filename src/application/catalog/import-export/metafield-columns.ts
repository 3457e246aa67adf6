import { METAFIELD_OWNERS } from "../../../domain/catalog/metafields/metafield-usage.js";
import { fullName } from "../../../domain/catalog/metafields/metafield.js";
import { allPages } from "../../shared/page.js";
import type { FieldsOf } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import type { MetafieldDefinitionView } from "../ports/metafield-reads.js";
import type { MetafieldColumn } from "../ports/product-files.js";

const PAGE = 100;
const DEFINITION: FieldsOf<MetafieldDefinitionView> = new Set([
  "namespace",
  "key",
  "name",
  "type",
  "owners",
  "filterable",
  "sortable",
  "choices",
]);

/** A column for each owner of each custom field: by owner, then by name. */
export const metafieldColumns = async (
  reads: CatalogReads,
): Promise<readonly MetafieldColumn[]> => {
  const definitions: MetafieldDefinitionView[] = [];
  for await (const some of allPages(PAGE, (page) =>
    reads.metafieldDefinitions({}, page, DEFINITION),
  ))
    definitions.push(...(some as readonly MetafieldDefinitionView[]));
  return METAFIELD_OWNERS.flatMap((owner) =>
    definitions
      .filter(({ owners }) => owners.includes(owner))
      .toSorted((a, b) => (fullName(a) < fullName(b) ? -1 : 1))
      .map((definition) => ({ ...definition, owner })),
  );
};
