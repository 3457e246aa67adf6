import type {
  MediaSource,
  MediaSourceReads,
} from "../../../application/catalog/media/media-ports.js";
import { allOf, keyset, toPage, type KeysetOrder } from "../../shared/keyset.js";
import type { ReadSource } from "../../shared/read-source.js";
import { fromSqlTime, type Row } from "../../shared/sql.js";
import { problemOf, statusOf, storedStatus } from "./typeorm-media-sources.js";
import { isUrlKey } from "./url-key.js";

/** By the key of the address, which never changes. */
const IN_PLACE: KeysetOrder = {
  name: "source",
  column: "s.id",
  kind: "text",
  idColumn: "s.id",
  reverse: false,
  isId: isUrlKey,
};

export const typeormMediaSourceReads = (source: ReadSource): MediaSourceReads => ({
  list: async (status, page) => {
    const { conditions, select, orderBy, limit } = keyset(IN_PLACE, page);
    const { sql, values } = allOf([
      { sql: "s.status = ?", values: [storedStatus(status)] },
      ...conditions,
    ]);
    const rows = await source.query(
      `SELECT s.id, s.url, s.status, s.attempts, s.due_at, s.last_error, s.file, ${select} FROM catalog_media_source s WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, IN_PLACE, page, toMediaSource);
  },
  count: async (status) => {
    const [row] = await source.query(
      "SELECT COUNT(*) AS total FROM catalog_media_source s WHERE s.status = ?",
      [storedStatus(status)],
    );
    return Number(row?.["total"] ?? 0);
  },
});

const toMediaSource = (row: Row): MediaSource => ({
  id: String(row["id"]),
  url: String(row["url"]),
  status: statusOf(String(row["status"])),
  problem: problemOf(row["last_error"]),
  attempts: Number(row["attempts"]),
  dueAt: row["due_at"] == null || row["status"] !== "PENDING" ? null : fromSqlTime(row["due_at"]),
  file: row["file"] == null ? null : String(row["file"]),
});
