import type { MediaFiles } from "../../../application/catalog/media/media-ports.js";
import type { FileId } from "../../../domain/catalog/ids.js";
import { addressOfName, parseFileId, type MediaFile } from "../../../domain/catalog/media-file.js";
import { id } from "../../../domain/shared/id.js";
import {
  forUpdate,
  inChunks,
  insertRows,
  isDuplicate,
  placeholders,
  toSqlTime,
  type Row,
  type SqlSession,
} from "../../shared/sql.js";
import { urlKey } from "./url-key.js";

/**
 * STORING: on its way. READY: can be used. DOOMED: never again.
 * Whoever wants to use a file moves its `used_at` first, in the row that dooming changes: one of the two comes first and the other one sees it.
 */
export class TypeormMediaFiles implements MediaFiles {
  constructor(private readonly session: SqlSession) {}

  async claim(ids: readonly FileId[], now: Date): Promise<ReadonlyMap<FileId, MediaFile>> {
    const found = new Map<FileId, MediaFile>();
    for (const some of inChunks([...new Set(ids)].toSorted())) {
      await this.session.change(
        `UPDATE catalog_media_file SET used_at = ? WHERE id IN (${placeholders(some)}) AND status = 'READY'`,
        [toSqlTime(now), ...some],
      );
      const rows = await this.session.query(
        `SELECT ${COLUMNS} FROM catalog_media_file WHERE id IN (${placeholders(some)}) AND status = 'READY'`,
        some,
      );
      for (const file of rows.map(fileOf)) found.set(file.id, file);
    }
    return found;
  }

  async claimNamed(names: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    const ids = names.flatMap((name) => parseFileId(`file_${name.slice(0, SUFFIX)}`) ?? []);
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
    return row ? fileOf(row) : null;
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
    const twin = await this.ofContent(sha256, now);
    // The one that was there may have been doomed since.
    if (twin === null)
      throw new TypeError(`The file ${file.id} was given up on while it was being stored.`);
    await this.session.change(
      "UPDATE catalog_media_file SET status = 'DOOMED', looked_at = ? WHERE id = ? AND status = 'STORING'",
      [toSqlTime(now), file.id],
    );
    return twin;
  }

  async sweep(
    { lookedAtBefore, unusedSince }: { readonly lookedAtBefore: Date; readonly unusedSince: Date },
    most: number,
    now: Date,
  ): Promise<number> {
    const time = toSqlTime(now);
    const rows = await this.session.query(
      `SELECT id, name FROM catalog_media_file WHERE status IN ('READY', 'STORING') AND looked_at < ? ORDER BY looked_at LIMIT ${most}${forUpdate(this.session)}`,
      [toSqlTime(lookedAtBefore)],
    );
    if (rows.length === 0) return 0;
    const used = await this.#used(rows.map((row) => String(row["name"])));
    for (const some of inChunks(
      rows.filter((row) => used.has(String(row["name"]))).map((row) => String(row["id"])),
    ))
      await this.session.change(
        `UPDATE catalog_media_file SET used_at = ?, looked_at = ? WHERE id IN (${placeholders(some)})`,
        [time, time, ...some],
      );
    const unused = rows.filter((row) => !used.has(String(row["name"])));
    for (const some of inChunks(unused.map((row) => String(row["id"])))) {
      await this.session.change(
        `UPDATE catalog_media_file SET status = 'DOOMED', sha256 = NULL, looked_at = ? WHERE id IN (${placeholders(some)}) AND status <> 'DOOMED' AND used_at < ?`,
        [time, ...some, toSqlTime(unusedSince)],
      );
      await this.session.change(
        `UPDATE catalog_media_file SET looked_at = ? WHERE id IN (${placeholders(some)}) AND status <> 'DOOMED'`,
        [time, ...some],
      );
    }
    await this.#forgetSources(unused.map((row) => String(row["name"])));
    return rows.length;
  }

  async doomed(before: Date, most: number): Promise<readonly Pick<MediaFile, "id" | "name">[]> {
    const rows = await this.session.query(
      `SELECT id, name FROM catalog_media_file WHERE status = 'DOOMED' AND looked_at < ? ORDER BY looked_at LIMIT ${most}`,
      [toSqlTime(before)],
    );
    return rows.map((row) => ({ id: id<FileId>(String(row["id"])), name: String(row["name"]) }));
  }

  async forget(ids: readonly FileId[]): Promise<void> {
    for (const some of inChunks(ids))
      await this.session.change(
        `DELETE FROM catalog_media_file WHERE id IN (${placeholders(some)}) AND status = 'DOOMED'`,
        some,
      );
  }

  /** Those of the names that an image or a collection shows, under its own address or for an image elsewhere. */
  async #used(names: readonly string[]): Promise<ReadonlySet<string>> {
    const byKey = new Map(names.map((name) => [urlKey(addressOfName(name)), name]));
    for (const row of await this.session.query(
      `SELECT id, file FROM catalog_media_source WHERE file IN (${placeholders(names)})`,
      names,
    ))
      byKey.set(String(row["id"]), String(row["file"]));
    const used = new Set<string>();
    for (const some of inChunks([...byKey.keys()]))
      for (const [table, column] of SHOWN_IN)
        for (const row of await this.session.query(
          `SELECT DISTINCT ${column} AS url_key FROM ${table} WHERE ${column} IN (${placeholders(some)})`,
          some,
        ))
          used.add(byKey.get(String(row["url_key"])) ?? "");
    return used;
  }

  /** An image elsewhere whose file is doomed is fetched again when somebody shows it again. */
  async #forgetSources(names: readonly string[]): Promise<void> {
    for (const some of inChunks(names))
      await this.session.change(
        `DELETE FROM catalog_media_source WHERE file IN (SELECT f.name FROM catalog_media_file f WHERE f.name IN (${placeholders(some)}) AND f.status = 'DOOMED')`,
        some,
      );
  }
}

const SHOWN_IN = [
  ["catalog_media", "url_key"],
  ["catalog_collection", "image_key"],
] as const;

const SUFFIX = 26;
const COLUMNS = "id, name, width, height, bytes";

const fileOf = (row: Row): MediaFile => ({
  id: id<FileId>(String(row["id"])),
  name: String(row["name"]),
  width: Number(row["width"]),
  height: Number(row["height"]),
  bytes: Number(row["bytes"]),
});
