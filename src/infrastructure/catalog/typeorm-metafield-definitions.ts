import type { MetafieldDefinitions } from "../../application/catalog/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { MetafieldDefinitionNotFound, MetafieldNameTaken } from "../../domain/catalog/errors.js";
import type { MetafieldDefinitionId } from "../../domain/catalog/ids.js";
import { fullName, isMetafieldName, type MetafieldName } from "../../domain/catalog/metafield.js";
import { MetafieldDefinition } from "../../domain/catalog/metafield-definition.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import {
  forUpdate,
  inChunks,
  insertRows,
  isDuplicate,
  placeholders,
  sharedLock,
  type SqlSession,
} from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { toDefinition, toDefinitionRow } from "./metafield-rows.js";
import {
  forgetTranslations,
  rewriteTranslations,
  toDefinitionTranslationRows,
} from "./translation-rows.js";

const TABLE = "catalog_metafield_definition";

export class TypeormMetafieldDefinitions implements MetafieldDefinitions {
  /** Those that had words in other languages when they were loaded. */
  private readonly translated = new Set<string>();

  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(id: MetafieldDefinitionId): Promise<MetafieldDefinition> {
    const [row] = await this.session.query(
      `SELECT * FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new MetafieldDefinitionNotFound(id);
    if (row["translations"] != null) this.translated.add(id);
    return MetafieldDefinition.restore(toDefinition(row));
  }

  async byName(names: readonly MetafieldName[]): Promise<ReadonlyMap<string, MetafieldDefinition>> {
    const found = new Map<string, MetafieldDefinition>();
    for (const chunk of inChunks(
      [...new Set(names.filter(isMetafieldName).map(fullName))].toSorted(),
    )) {
      const rows = await this.session.query(
        `SELECT * FROM ${TABLE} WHERE full_name IN (${placeholders(chunk)}) ORDER BY full_name${sharedLock(this.session)}`,
        chunk,
      );
      for (const row of rows)
        found.set(String(row["full_name"]), MetafieldDefinition.restore(toDefinition(row)));
    }
    return found;
  }

  async countUses(name: MetafieldName): Promise<number> {
    const [row] = await this.session.query(
      "SELECT COUNT(*) AS total FROM catalog_product_metafield WHERE full_name = ?",
      [fullName(name)],
    );
    return Number(row?.["total"]);
  }

  async save(definitions: readonly MetafieldDefinition[]): Promise<void> {
    const changes = definitions.flatMap((definition) => {
      const events = definition.pullEvents();
      const replaces = storedVersion(events);
      return replaces === null ? [] : [{ snapshot: definition.snapshot(), events, replaces }];
    });
    await this.add(
      changes.filter(({ replaces }) => replaces === 0).map(({ snapshot }) => snapshot),
    );
    for (const { snapshot, replaces } of changes.filter((change) => change.replaces > 0))
      await overwriteRow(this.session, TABLE, toDefinitionRow(snapshot), replaces);
    const worded = changes
      .map(({ snapshot }) => snapshot)
      .filter((one) => one.translations.length > 0 || this.translated.has(one.id));
    if (worded.length > 0)
      await rewriteTranslations(
        this.session,
        worded.map(({ id }) => id),
        worded.flatMap(toDefinitionTranslationRows),
      );
    await appendToOutbox(
      this.session,
      this.clock.now(),
      changes.flatMap(({ snapshot, events }) =>
        events.map((event) => ({ aggregateId: snapshot.id, event })),
      ),
    );
  }

  async remove(definition: MetafieldDefinition): Promise<void> {
    const events = definition.pullEvents();
    const { id, version } = definition.snapshot();
    await removeRow(this.session, TABLE, id, storedVersion(events) ?? version);
    if (this.translated.has(id)) await forgetTranslations(this.session, [id]);
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: id, event })),
    );
  }

  private async add(
    definitions: readonly ReturnType<MetafieldDefinition["snapshot"]>[],
  ): Promise<void> {
    try {
      await insertRows(this.session, TABLE, definitions.map(toDefinitionRow));
    } catch (error) {
      if (!isDuplicate(error, TABLE, "full_name")) throw error;
      // A unique key says that there was a clash, but not on every database with which value.
      const known = await this.byName(definitions);
      throw new MetafieldNameTaken(
        definitions.map(fullName).find((name) => known.has(name)) ??
          definitions.map(fullName).join(", "),
      );
    }
  }
}
