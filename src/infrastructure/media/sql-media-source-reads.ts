import type {
  MediaSource,
  MediaSourceReads,
  SourceStatus,
} from "../../application/media/ports/media-sources.js";
import type { Condition } from "../shared/database/condition.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Row } from "../shared/database/sql-session.js";
import { fromSqlTime } from "../shared/database/sql-value.js";
import { isUrlKey } from "./url-key.js";
import { problemOf, sourceStatus, storedStatus } from "./source-status.js";

const COLUMNS = ["id", "url", "status", "attempts", "due_at", "last_error", "file"].map(
  (name) => `s.${name}`,
);
const FROM = "catalog_media_source s";

/** By the key of the address, which never changes. */
const BY_KEY: KeysetOrder = {
  name: "source",
  column: "s.id",
  kind: "text",
  idColumn: "s.id",
  reverse: false,
  isId: isUrlKey,
};

export const sqlMediaSourceReads = (source: ReadSource): MediaSourceReads => ({
  list: (status, page) =>
    readPage(
      source,
      {
        columns: COLUMNS,
        from: FROM,
        where: [hasStatus(status)],
        order: BY_KEY,
        read: toMediaSource,
      },
      page,
    ),

  count: (status) => countRows(source, { from: FROM, where: [hasStatus(status)] }),
});

const hasStatus = (status: SourceStatus): Condition => ({
  sql: "s.status = ?",
  values: [storedStatus(status)],
});

const toMediaSource = (row: Row): MediaSource => ({
  id: String(row["id"]),
  url: String(row["url"]),
  status: sourceStatus(String(row["status"])),
  problem: problemOf(row["last_error"]),
  attempts: Number(row["attempts"]),
  dueAt: row["due_at"] == null || row["status"] !== "PENDING" ? null : fromSqlTime(row["due_at"]),
  file: row["file"] == null ? null : String(row["file"]),
});
