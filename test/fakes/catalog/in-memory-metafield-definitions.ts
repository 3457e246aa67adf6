import type { MetafieldDefinitions } from "../../../src/application/catalog/ports/catalog-stores.js";
import type {
  MetafieldDefinitionView,
  MetafieldReads,
} from "../../../src/application/catalog/ports/metafield-reads.js";
import { definitionTranslationViews } from "../../../src/domain/catalog/metafields/definition-translation-views.js";
import {
  MetafieldDefinitionNotFound,
  MetafieldNameTaken,
} from "../../../src/domain/catalog/metafields/errors.js";
import {
  MetafieldDefinition,
  type MetafieldDefinitionSnapshot,
} from "../../../src/domain/catalog/metafields/metafield-definition.js";
import {
  METAFIELD_OWNERS,
  type MetafieldOwner,
} from "../../../src/domain/catalog/metafields/metafield-usage.js";
import {
  fullName,
  type Metafield,
  type MetafieldName,
} from "../../../src/domain/catalog/metafields/metafield.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { select } from "./select.js";
import { translatedDefinition } from "./translated-views.js";

const rowsOf = (database: InMemoryDatabase) =>
  database.rows<MetafieldDefinitionSnapshot>("metafield_definition");

const usesOf = (
  database: InMemoryDatabase,
  name: MetafieldName,
  owners: readonly MetafieldOwner[] = METAFIELD_OWNERS,
): number => {
  const products = [...database.rows<ProductSnapshot>("product").values()];
  const all: Readonly<Record<MetafieldOwner, readonly Owner[]>> = {
    PRODUCT: products,
    VARIANT: products.flatMap(({ variants }) => variants as readonly Owner[]),
    COLLECTION: [...database.rows<Owner>("collection").values()],
  };
  return owners
    .flatMap((owner) => all[owner])
    .filter(({ metafields = [] }) => metafields.some((field) => fullName(field) === fullName(name)))
    .length;
};

interface Owner {
  readonly metafields?: readonly Metafield[];
}

/** Rows of "metafield_definition"; uses are counted in the products. */
export const inMemoryMetafieldDefinitions = (database: InMemoryDatabase): MetafieldDefinitions => ({
  get: async (id) => {
    const row = rowsOf(database).get(id);
    if (!row) throw new MetafieldDefinitionNotFound(id);
    return MetafieldDefinition.restore(structuredClone(row));
  },
  byName: async (names) => {
    const requested = new Set(names.map(fullName));
    const found = [...rowsOf(database).values()].filter((row) => requested.has(fullName(row)));
    return new Map(
      found.map((row) => [fullName(row), MetafieldDefinition.restore(structuredClone(row))]),
    );
  },
  countUses: async (name, owners) => usesOf(database, name, owners),
  searchable: async () =>
    [...rowsOf(database).values()]
      .filter(({ filterable, sortable }) => filterable || sortable)
      .map(({ id }) => id),
  save: async (definitions) => {
    for (const definition of definitions) {
      const [events, snapshot] = [definition.pullEvents(), definition.snapshot()];
      if (!events[0]) continue;
      database.checkVersion("metafield_definition", snapshot.id, events[0].version - 1);
      for (const other of rowsOf(database).values())
        if (other.id !== snapshot.id && fullName(other) === fullName(snapshot))
          throw new MetafieldNameTaken(fullName(snapshot));
      rowsOf(database).set(snapshot.id, structuredClone(snapshot));
      database.append(events, snapshot.id);
    }
  },
  remove: async (definition) => {
    database.removeAggregate("metafield_definition", definition.id, definition);
  },
});

const BY_NAME: Order<MetafieldDefinitionView> = {
  name: "name",
  key: fullName,
  id: ({ id }) => id,
  reverse: false,
};

export const inMemoryMetafieldReads = (database: InMemoryDatabase): MetafieldReads => {
  const matching = ({
    namespace,
    text = "",
  }: Parameters<MetafieldReads["countMetafieldDefinitions"]>[0]) =>
    [...rowsOf(database).values()]
      .map((row): MetafieldDefinitionView => ({
        ...row,
        translations: definitionTranslationViews(row),
      }))
      .filter(
        (row) =>
          (namespace === undefined || row.namespace === namespace) &&
          fold(`${fullName(row)} ${row.name}`).includes(fold(text)),
      );
  return {
    metafieldDefinitions: async (filter, page, fields, audience) =>
      pageOf(matching(filter), BY_NAME, page, (row) =>
        select(translatedDefinition(row, audience), fields),
      ),
    countMetafieldDefinitions: async (filter) => matching(filter).length,
    metafieldDefinitionsById: async (ids, fields, audience) =>
      matching({})
        .filter(({ id }) => ids.includes(id))
        .map((row) => select(translatedDefinition(row, audience), fields)),
    metafieldDefinitionsByName: async (names, fields, audience) =>
      new Map(
        matching({})
          .filter((row) => names.includes(fullName(row)))
          .map((row) => [fullName(row), select(translatedDefinition(row, audience), fields)]),
      ),
    countMetafieldUses: async (ids) =>
      new Map(
        matching({})
          .filter(({ id }) => ids.includes(id))
          .map((row) => [row.id, usesOf(database, row)]),
      ),
  };
};
