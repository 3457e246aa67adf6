import type { MediaFiles } from "../../application/media/ports/media-files.js";
import type { FileId } from "../../domain/media/ids.js";
import { fileUrl, parseFileId, type MediaFile } from "../../domain/media/media-file.js";
import { id } from "../../domain/shared/id.js";
import { isDuplicate } from "../shared/database/driver-error.js";
import { insertRows } from "../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import { IMAGE_TABLES } from "./image-tables.js";
import { urlKey } from "./url-key.js";

/**
 * The status is STORING until the file is stored, then READY, and DOOMED when it is to be deleted.
 * Both a claim and a deletion write the row of the file, so the second of the two sees what the
 * first has done.
 */
export class SqlMediaFiles implements MediaFiles {
  constructor(private readonly session: SqlSession) {}

  async claim(ids: readonly FileId[], now: Date): Promise<ReadonlyMap<FileId, MediaFile>> {
    const found = new Map<FileId, MediaFile>();
    for (const some of toChunks([...new Set(ids)].toSorted())) {
      await this.session.change(
        `UPDATE catalog_media_file SET used_at = ? WHERE id IN (${placeholders(some)}) AND status = 'READY'`,
        [toSqlTime(now), ...some],
      );
      const rows = await this.session.query(
        `SELECT ${COLUMNS} FROM catalog_media_file WHERE id IN (${placeholders(some)}) AND status = 'READY'`,
        some,
      );
      for (const file of rows.map(toMediaFile)) found.set(file.id, file);
    }
    return found;
  }

  async claimNamed(names: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    const ids = names.flatMap(
      (name) => parseFileId(`file_${name.slice(0, ID_SUFFIX_LENGTH)}`) ?? [],
    );
    const found = new Set([...(await this.claim(ids, now)).values()].map(({ name }) => name));
    return new Set(names.filter((name) => found.has(name)));
  }

  async ofContent(sha256: string, now: Date): Promise<MediaFile | null> {
    await this.session.change(
      "UPDATE catalog_media_file SET used_at = ? WHERE sha256 = ? AND status = 'READY'",
      [toSqlTime(now), sha256],
    );
    const [row] = await this.session.query(
      `SELECT ${COLUMNS} FROM catalog_media_file WHERE sha256 = ? AND status = 'READY'`,
      [sha256],
    );
    return row ? toMediaFile(row) : null;
  }

  begin({ id: fileId, name, width, height, bytes }: MediaFile, now: Date): Promise<void> {
    const time = toSqlTime(now);
    return insertRows(this.session, "catalog_media_file", [
      {
        id: fileId,
        name,
        width,
        height,
        bytes,
        sha256: null,
        status: "STORING",
        used_at: time,
        looked_at: time,
      },
    ]);
  }

  async finish(file: MediaFile, sha256: string, now: Date): Promise<MediaFile> {
    try {
      const finished = await this.session.change(
        "UPDATE catalog_media_file SET sha256 = ?, status = 'READY', used_at = ? WHERE id = ? AND status = 'STORING'",
        [sha256, toSqlTime(now), file.id],
      );
      if (finished === 1) return file;
    } catch (error) {
      if (!isDuplicate(error, "catalog_media_file", "sha256")) throw error;
    }
    const existing = await this.ofContent(sha256, now);
    // The other file may have been marked for deletion in the meantime.
    if (existing === null)
      throw new TypeError(`The file ${file.id} was marked for deletion while it was being stored.`);
    await this.session.change(
      "UPDATE catalog_media_file SET status = 'DOOMED', looked_at = ? WHERE id = ? AND status = 'STORING'",
      [toSqlTime(now), file.id],
    );
    return existing;
  }

  async sweep(
    { checkedBefore, unusedSince }: { readonly checkedBefore: Date; readonly unusedSince: Date },
    most: number,
    now: Date,
  ): Promise<number> {
    const time = toSqlTime(now);
    const rows = await this.session.query(
      `SELECT id, name FROM catalog_media_file WHERE status IN ('READY', 'STORING') AND looked_at < ? ORDER BY looked_at LIMIT ${most}${forUpdate(this.session)}`,
      [toSqlTime(checkedBefore)],
    );
    if (rows.length === 0) return 0;
    const used = await this.#used(rows.map((row) => String(row["name"])));
    for (const some of toChunks(
      rows.filter((row) => used.has(String(row["name"]))).map((row) => String(row["id"])),
    ))
      await this.session.change(
        `UPDATE catalog_media_file SET used_at = ?, looked_at = ? WHERE id IN (${placeholders(some)})`,
        [time, time, ...some],
      );
    const unused = rows.filter((row) => !used.has(String(row["name"])));
    for (const some of toChunks(unused.map((row) => String(row["id"])))) {
      await this.session.change(
        `UPDATE catalog_media_file SET status = 'DOOMED', sha256 = NULL, looked_at = ? WHERE id IN (${placeholders(some)}) AND status <> 'DOOMED' AND used_at < ?`,
        [time, ...some, toSqlTime(unusedSince)],
      );
      await this.session.change(
        `UPDATE catalog_media_file SET looked_at = ? WHERE id IN (${placeholders(some)}) AND status <> 'DOOMED'`,
        [time, ...some],
      );
    }
    await this.#deleteSources(unused.map((row) => String(row["name"])));
    return rows.length;
  }

  async toDelete(before: Date, most: number): Promise<readonly Pick<MediaFile, "id" | "name">[]> {
    const rows = await this.session.query(
      `SELECT id, name FROM catalog_media_file WHERE status = 'DOOMED' AND looked_at < ? ORDER BY looked_at LIMIT ${most}`,
      [toSqlTime(before)],
    );
    return rows.map((row) => ({ id: id<FileId>(String(row["id"])), name: String(row["name"]) }));
  }

  async remove(ids: readonly FileId[]): Promise<void> {
    for (const some of toChunks(ids))
      await this.session.change(
        `DELETE FROM catalog_media_file WHERE id IN (${placeholders(some)}) AND status = 'DOOMED'`,
        some,
      );
  }

  /**
   * Those of the names that a product or a collection shows, by the address of the file or of the
   * external image that it was fetched from.
   */
  async #used(names: readonly string[]): Promise<ReadonlySet<string>> {
    const byKey = new Map(names.map((name) => [urlKey(fileUrl(name)), name]));
    for (const row of await this.session.query(
      `SELECT id, file FROM catalog_media_source WHERE file IN (${placeholders(names)})`,
      names,
    ))
      byKey.set(String(row["id"]), String(row["file"]));
    const used = new Set<string>();
    for (const some of toChunks([...byKey.keys()]))
      for (const { table, key } of IMAGE_TABLES)
        for (const row of await this.session.query(
          `SELECT DISTINCT ${key} AS url_key FROM ${table} WHERE ${key} IN (${placeholders(some)})`,
          some,
        ))
          used.add(byKey.get(String(row["url_key"])) ?? "");
    return used;
  }

  /** Without its source, an external image is fetched again when it is shown again. */
  async #deleteSources(names: readonly string[]): Promise<void> {
    for (const some of toChunks(names))
      await this.session.change(
        `DELETE FROM catalog_media_source WHERE file IN (SELECT f.name FROM catalog_media_file f WHERE f.name IN (${placeholders(some)}) AND f.status = 'DOOMED')`,
        some,
      );
  }
}

const ID_SUFFIX_LENGTH = 26;
const COLUMNS = "id, name, width, height, bytes";

const toMediaFile = (row: Row): MediaFile => ({
  id: id<FileId>(String(row["id"])),
  name: String(row["name"]),
  width: Number(row["width"]),
  height: Number(row["height"]),
  bytes: Number(row["bytes"]),
});
