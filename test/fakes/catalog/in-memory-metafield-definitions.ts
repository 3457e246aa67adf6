import type {
  MetafieldDefinitions,
  MetafieldDefinitionView,
  MetafieldReads,
} from "../../../src/application/catalog/ports.js";
import {
  MetafieldDefinitionNotFound,
  MetafieldNameTaken,
} from "../../../src/domain/catalog/errors.js";
import { fullName, type MetafieldName } from "../../../src/domain/catalog/metafield.js";
import {
  MetafieldDefinition,
  type MetafieldDefinitionSnapshot,
} from "../../../src/domain/catalog/metafield-definition.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { statedDefinitionTranslations } from "../../../src/domain/catalog/translations/stated-translations.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../in-memory-keyset.js";
import { shownDefinition } from "./in-language.js";
import { select } from "./select.js";

const rowsOf = (database: InMemoryDatabase) =>
  database.rows<MetafieldDefinitionSnapshot>("metafield_definition");

const usesOf = (database: InMemoryDatabase, name: MetafieldName): number =>
  [...database.rows<ProductSnapshot>("product").values()].filter(({ metafields }) =>
    metafields.some((field) => fullName(field) === fullName(name)),
  ).length;

/** Rows of "metafield_definition"; who uses them is read from the products. */
export const inMemoryMetafieldDefinitions = (database: InMemoryDatabase): MetafieldDefinitions => ({
  get: async (id) => {
    const row = rowsOf(database).get(id);
    if (!row) throw new MetafieldDefinitionNotFound(id);
    return MetafieldDefinition.restore(structuredClone(row));
  },
  byName: async (names) => {
    const wanted = new Set(names.map(fullName));
    const found = [...rowsOf(database).values()].filter((row) => wanted.has(fullName(row)));
    return new Map(
      found.map((row) => [fullName(row), MetafieldDefinition.restore(structuredClone(row))]),
    );
  },
  countUses: async (name) => usesOf(database, name),
  save: async (definitions) => {
    for (const definition of definitions) {
      const [events, snapshot] = [definition.pullEvents(), definition.snapshot()];
      if (!events[0]) continue;
      if ((rowsOf(database).get(snapshot.id)?.version ?? 0) !== events[0].version - 1)
        throw new StaleVersion(snapshot.id, events[0].version - 1);
      for (const other of rowsOf(database).values())
        if (other.id !== snapshot.id && fullName(other) === fullName(snapshot))
          throw new MetafieldNameTaken(fullName(snapshot));
      rowsOf(database).set(snapshot.id, structuredClone(snapshot));
      database.append(events, snapshot.id);
    }
  },
  remove: async (definition) => {
    const events = definition.pullEvents();
    const replaces = events[0] ? events[0].version - 1 : definition.snapshot().version;
    if (rowsOf(database).get(definition.id)?.version !== replaces)
      throw new StaleVersion(definition.id, replaces);
    rowsOf(database).delete(definition.id);
    database.append(events, definition.id);
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
        translations: statedDefinitionTranslations(row),
      }))
      .filter(
        (row) =>
          (namespace === undefined || row.namespace === namespace) &&
          fold(`${fullName(row)} ${row.name}`).includes(fold(text)),
      );
  return {
    metafieldDefinitions: async (filter, page, fields, audience) =>
      pageOf(matching(filter), BY_NAME, page, (row) =>
        select(shownDefinition(row, audience), fields),
      ),
    countMetafieldDefinitions: async (filter) => matching(filter).length,
    metafieldDefinitionsById: async (ids, fields, audience) =>
      matching({})
        .filter(({ id }) => ids.includes(id))
        .map((row) => select(shownDefinition(row, audience), fields)),
    metafieldDefinitionByName: async (name, fields, audience) =>
      matching({})
        .filter((row) => fullName(row) === fullName(name))
        .map((row) => select(shownDefinition(row, audience), fields))[0] ?? null,
    countMetafieldUses: async (ids) =>
      new Map(
        matching({})
          .filter(({ id }) => ids.includes(id))
          .map((row) => [row.id, usesOf(database, row)]),
      ),
  };
};
