import type {
  DocumentsApi,
  PublishedDocument,
  TrustedDocumentReads,
} from "../../application/documents/ports/trusted-documents.js";
import { number, optionalText, time, word, type Columns } from "../shared/database/columns.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { tableOf } from "../shared/database/table-of.js";

const COLUMNS: Columns<PublishedDocument> = {
  id: word("id"),
  name: optionalText("name"),
  kind: word("kind"),
  characters: number("characters"),
  firstPublishedAt: time("first_published_at"),
  publishedAt: time("published_at"),
};

const TABLE = tableOf(COLUMNS);

export const sqlTrustedDocumentReads = (
  source: Pick<ReadSource, "query">,
): TrustedDocumentReads => ({
  text: async (api: DocumentsApi, id: string) => {
    const [row] = await source.query("SELECT text FROM trusted_document WHERE api = ? AND id = ?", [
      api,
      id,
    ]);
    return row === undefined ? null : String(row["text"]);
  },
  newest: async (api, limit) =>
    (
      await source.query(
        `SELECT ${TABLE.selection} FROM trusted_document WHERE api = ? ORDER BY published_at DESC, id LIMIT ?`,
        [api, limit],
      )
    ).map((row) => TABLE.toRecord(row)),
  count: async (api) => {
    const [row] = await source.query(
      "SELECT COUNT(*) AS documents FROM trusted_document WHERE api = ?",
      [api],
    );
    return Number(row?.["documents"]);
  },
});
