import type {
  DocumentsApi,
  TrustedDocument,
  TrustedDocuments,
  WhichDocuments,
} from "../../application/documents/ports/trusted-documents.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import { placeholders, type SqlSession, toChunks } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";

export class SqlTrustedDocuments implements TrustedDocuments {
  constructor(private readonly session: SqlSession) {}

  async save(api: DocumentsApi, documents: readonly TrustedDocument[], now: Date): Promise<void> {
    const time = toSqlTime(now);
    const rows = documents.map(({ id, name, kind, text }) => ({
      api,
      id,
      name,
      kind,
      text,
      characters: text.length,
      first_published_at: time,
      published_at: time,
    }));
    await upsertRows(this.session, "trusted_document", ["api", "id"], rows, [
      "name",
      "kind",
      "text",
      "characters",
      "first_published_at",
    ]);
  }

  async texts(api: DocumentsApi, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const some of toChunks(ids, 100)) {
      const rows = await this.session.query(
        `SELECT id, text FROM trusted_document WHERE api = ? AND id IN (${placeholders(some)})`,
        [api, ...some],
      );
      for (const { id, text } of rows) texts.set(String(id), String(text));
    }
    return texts;
  }

  async count(api: DocumentsApi): Promise<number> {
    const [row] = await this.session.query(
      "SELECT COUNT(*) AS documents FROM trusted_document WHERE api = ?",
      [api],
    );
    return Number(row?.["documents"]);
  }

  async remove(api: DocumentsApi, which: WhichDocuments): Promise<number> {
    if ("unusedSince" in which)
      return this.session.change(
        "DELETE FROM trusted_document WHERE api = ? AND published_at < ?",
        [api, toSqlTime(which.unusedSince)],
      );
    let removed = 0;
    for (const some of toChunks(which.ids))
      removed += await this.session.change(
        `DELETE FROM trusted_document WHERE api = ? AND id IN (${placeholders(some)})`,
        [api, ...some],
      );
    return removed;
  }
}
