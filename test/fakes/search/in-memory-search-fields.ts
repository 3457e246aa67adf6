import type { SearchField } from "../../../src/application/search/ports/search-source.js";
import type { MetafieldDefinitionSnapshot } from "../../../src/domain/catalog/metafields/metafield-definition.js";
import { fullName } from "../../../src/domain/catalog/metafields/metafield.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** The filterable and sortable definitions, by name. */
export const inMemorySearchFields = (database: InMemoryDatabase): readonly SearchField[] =>
  [...database.rows<MetafieldDefinitionSnapshot>("metafield_definition").values()]
    .filter(({ filterable, sortable }) => filterable || sortable)
    .map((one) => ({
      name: fullName(one),
      type: one.type,
      ofVariants: one.owners.includes("VARIANT"),
      filterable: one.filterable,
      sortable: one.sortable,
      label: one.name,
      labels: new Map(
        one.translations.flatMap(({ locale, name }) => (name === null ? [] : [[locale, name]])),
      ),
      choices: one.choices,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
