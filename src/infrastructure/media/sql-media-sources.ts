import type { MediaSources } from "../../application/media/ports/media-sources.js";
import { insertIfAbsent } from "../shared/database/insert-rows.js";
import { placeholders, toChunks, type SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import type { Failure } from "../shared/worker/failure.js";
import { Leases, type Lease } from "../shared/worker/leases.js";
import { IMAGE_TABLES } from "./image-tables.js";
import { urlKey } from "./url-key.js";

/** A source that a worker has claimed. */
export interface ClaimedSource {
  readonly id: string;
  readonly url: string;
  readonly attempts: number;
}

/** The status of a failed source is stored as PARKED, as for events and scheduled work. */
export class SqlMediaSources implements MediaSources {
  readonly #leases: Leases<string>;

  constructor(private readonly session: SqlSession) {
    this.#leases = new Leases(session, "catalog_media_source");
  }

  async retry(which: readonly string[] | "failed", now: Date): Promise<number> {
    const set = "UPDATE catalog_media_source SET status = 'PENDING', attempts = 0, due_at = ?";
    if (which === "failed")
      return this.session.change(`${set} WHERE status = 'PARKED'`, [toSqlTime(now)]);
    await this.note([...new Set(which)].toSorted());
    let count = 0;
    for (const some of toChunks([...new Set(which.map(urlKey))]))
      count += await this.session.change(
        `${set} WHERE id IN (${placeholders(some)}) AND status IN ('PARKED', 'PENDING')`,
        [toSqlTime(now), ...some],
      );
    return count;
  }

  /** Adds the addresses that are not stored yet. */
  async note(urls: readonly string[]): Promise<void> {
    for (const url of urls)
      await insertIfAbsent(this.session, "catalog_media_source", { id: urlKey(url), url });
  }

  async claim(ids: readonly string[], lease: Lease, now: Date): Promise<readonly ClaimedSource[]> {
    await this.#leases.claim(ids, lease, now);
    const rows = await this.session.query(
      `SELECT id, url, attempts FROM catalog_media_source WHERE id IN (${placeholders(ids)}) AND lease_owner = ? AND status = 'PENDING'`,
      [...ids, lease.owner],
    );
    return rows.map((row) => ({
      id: String(row["id"]),
      url: String(row["url"]),
      attempts: Number(row["attempts"]),
    }));
  }

  release(ids: readonly string[], owner: string): Promise<void> {
    return this.#leases.release(ids, owner);
  }

  fail(id: string, owner: string, failure: Failure): Promise<void> {
    return this.#leases.fail(id, owner, failure);
  }

  /** Stores the name of the fetched file, if the lease still holds. */
  async succeed(id: string, owner: string, file: string): Promise<void> {
    await this.session.change(
      "UPDATE catalog_media_source SET status = 'READY', file = ?, last_error = NULL, due_at = NULL, lease_owner = NULL, lease_until = NULL WHERE id = ? AND status = 'PENDING' AND lease_owner = ?",
      [file, id, owner],
    );
  }

  /** Deletes those of the sources whose image is not shown any more. @returns the others */
  async removeUnused(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const used = new Set<string>();
    if (ids.length === 0) return used;
    for (const { table, key } of IMAGE_TABLES)
      for (const row of await this.session.query(
        `SELECT DISTINCT ${key} AS id FROM ${table} WHERE ${key} IN (${placeholders(ids)})`,
        ids,
      ))
        used.add(String(row["id"]));
    const unused = ids.filter((id) => !used.has(id));
    if (unused.length > 0)
      await this.session.change(
        `DELETE FROM catalog_media_source WHERE id IN (${placeholders(unused)}) AND status <> 'READY'`,
        unused,
      );
    return used;
  }
}
