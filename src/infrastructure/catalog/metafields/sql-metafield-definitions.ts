import type { MetafieldDefinitions } from "../../../application/catalog/ports/catalog-stores.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { MetafieldDefinitionId } from "../../../domain/catalog/ids.js";
import {
  MetafieldDefinitionNotFound,
  MetafieldNameTaken,
} from "../../../domain/catalog/metafields/errors.js";
import { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import {
  fullName,
  isMetafieldName,
  type MetafieldName,
} from "../../../domain/catalog/metafields/metafield.js";
import {
  METAFIELD_OWNERS,
  type MetafieldOwner,
} from "../../../domain/catalog/metafields/metafield-usage.js";
import { id as asId } from "../../../domain/shared/id.js";
import { changeOf, removalOf } from "../../shared/database/aggregate-change.js";
import { isDuplicate } from "../../shared/database/driver-error.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  sharedLock,
  toChunks,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { overwriteRow, removeRow } from "../../shared/database/versioned-row.js";
import { appendToOutbox } from "../../shared/worker/append-to-outbox.js";
import {
  deleteTranslations,
  rewriteTranslations,
  toDefinitionTranslationRows,
} from "../translations/translation-rows.js";
import { METAFIELD_DEFINITION_TABLE } from "./metafield-definition-table.js";
import { USES_TABLES } from "./uses-tables.js";
import { toDefinitionRow } from "./metafield-rows.js";

const TABLE = "catalog_metafield_definition";

export class SqlMetafieldDefinitions implements MetafieldDefinitions {
  /** The definitions that had translations when they were loaded. */
  private readonly translated = new Set<string>();

  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: MetafieldDefinitionId): Promise<MetafieldDefinition> {
    const [row] = await this.session.query(
      `SELECT ${METAFIELD_DEFINITION_TABLE.selection} FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new MetafieldDefinitionNotFound(id);
    if (row["translations"] != null) this.translated.add(id);
    return MetafieldDefinition.restore(METAFIELD_DEFINITION_TABLE.toRecord(row));
  }

  async byName(names: readonly MetafieldName[]): Promise<ReadonlyMap<string, MetafieldDefinition>> {
    const found = new Map<string, MetafieldDefinition>();
    for (const chunk of toChunks(
      [...new Set(names.filter(isMetafieldName).map(fullName))].toSorted(),
    )) {
      const rows = await this.session.query(
        `SELECT full_name, ${METAFIELD_DEFINITION_TABLE.selection} FROM ${TABLE} WHERE full_name IN (${placeholders(chunk)}) ORDER BY full_name${sharedLock(this.session)}`,
        chunk,
      );
      for (const row of rows)
        found.set(
          String(row["full_name"]),
          MetafieldDefinition.restore(METAFIELD_DEFINITION_TABLE.toRecord(row)),
        );
    }
    return found;
  }

  async countUses(
    name: MetafieldName,
    owners: readonly MetafieldOwner[] = METAFIELD_OWNERS,
  ): Promise<number> {
    const [row] = await this.session.query(
      `SELECT ${owners.map((owner) => `(SELECT COUNT(*) FROM ${USES_TABLES[owner]} WHERE full_name = ?)`).join(" + ")} AS total`,
      owners.map(() => fullName(name)),
    );
    return Number(row?.["total"]);
  }

  async searchable(): Promise<readonly MetafieldDefinitionId[]> {
    const rows = await this.session.query(
      `SELECT id FROM ${TABLE} WHERE filterable = 1 OR sortable = 1 ORDER BY id`,
      [],
    );
    return rows.map((row) => asId<MetafieldDefinitionId>(String(row["id"])));
  }

  async save(definitions: readonly MetafieldDefinition[]): Promise<void> {
    const changes = definitions.flatMap((definition) => changeOf(definition) ?? []);
    await this.add(
      changes.filter(({ replaces }) => replaces === 0).map(({ snapshot }) => snapshot),
    );
    for (const { snapshot, replaces } of changes.filter((change) => change.replaces > 0))
      await overwriteRow(this.session, TABLE, toDefinitionRow(snapshot), replaces);
    const toTranslate = changes
      .map(({ snapshot }) => snapshot)
      .filter((one) => one.translations.length > 0 || this.translated.has(one.id));
    if (toTranslate.length > 0)
      await rewriteTranslations(
        this.session,
        toTranslate.map(({ id }) => id),
        toTranslate.flatMap(toDefinitionTranslationRows),
      );
    await appendToOutbox(
      this.session,
      this.clock.now(),
      changes.map(({ snapshot, events }) => ({ aggregateId: snapshot.id, events })),
    );
  }

  async remove(definition: MetafieldDefinition): Promise<void> {
    const { snapshot, events, replaces } = removalOf(definition);
    const { id } = snapshot;
    await removeRow(this.session, TABLE, id, replaces);
    if (this.translated.has(id)) await deleteTranslations(this.session, [id]);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: id, events }]);
  }

  private async add(
    definitions: readonly ReturnType<MetafieldDefinition["snapshot"]>[],
  ): Promise<void> {
    try {
      await insertRows(this.session, TABLE, definitions.map(toDefinitionRow));
    } catch (error) {
      if (!isDuplicate(error, TABLE, "full_name")) throw error;
      // The database reports a violated key, but not always with its value.
      const existing = await this.byName(definitions);
      throw new MetafieldNameTaken(
        definitions.map(fullName).find((name) => existing.has(name)) ??
          definitions.map(fullName).join(", "),
      );
    }
  }
}
