import {
  SOURCE_PROBLEMS,
  type MediaSources,
  type SourceProblem,
  type SourceStatus,
} from "../../../application/catalog/media/media-ports.js";
import { Leases, type Failure, type Lease } from "../../shared/leases.js";
import {
  inChunks,
  insertUnlessThere,
  placeholders,
  toSqlTime,
  type SqlSession,
} from "../../shared/sql.js";
import { urlKey } from "./url-key.js";

/** A source that a worker has to itself for a while. */
export interface ClaimedSource {
  readonly id: string;
  readonly url: string;
  readonly attempts: number;
}

/** In the table a source that is given up on is PARKED, as events and scheduled work are. */
export class TypeormMediaSources implements MediaSources {
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
    for (const some of inChunks([...new Set(which.map(urlKey))]))
      count += await this.session.change(
        `${set} WHERE id IN (${placeholders(some)}) AND status IN ('PARKED', 'PENDING')`,
        [toSqlTime(now), ...some],
      );
    return count;
  }

  /** Adds addresses that nobody has noted yet. */
  async note(urls: readonly string[]): Promise<void> {
    for (const url of urls)
      await insertUnlessThere(this.session, "catalog_media_source", { id: urlKey(url), url });
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

  letGo(ids: readonly string[], owner: string): Promise<void> {
    return this.#leases.letGo(ids, owner);
  }

  fail(id: string, owner: string, failure: Failure): Promise<void> {
    return this.#leases.fail(id, owner, failure);
  }

  /** The file is there; whoever has lost the lease meanwhile changes nothing. */
  async succeed(id: string, owner: string, file: string): Promise<void> {
    await this.session.change(
      "UPDATE catalog_media_source SET status = 'READY', file = ?, last_error = NULL, due_at = NULL, lease_owner = NULL, lease_until = NULL WHERE id = ? AND status = 'PENDING' AND lease_owner = ?",
      [file, id, owner],
    );
  }

  /** Forgets those of the sources that nothing shows any more. @returns those that are still shown */
  async stillShown(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const shown = new Set<string>();
    if (ids.length === 0) return shown;
    for (const [table, column] of SHOWN_IN)
      for (const row of await this.session.query(
        `SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} IN (${placeholders(ids)})`,
        ids,
      ))
        shown.add(String(row["id"]));
    const unused = ids.filter((id) => !shown.has(id));
    if (unused.length > 0)
      await this.session.change(
        `DELETE FROM catalog_media_source WHERE id IN (${placeholders(unused)}) AND status <> 'READY'`,
        unused,
      );
    return shown;
  }
}

const SHOWN_IN = [
  ["catalog_media", "url_key"],
  ["catalog_collection", "image_key"],
] as const;

export const storedStatus = (status: SourceStatus): string =>
  status === "FAILED" ? "PARKED" : status;

export const statusOf = (stored: string): SourceStatus =>
  stored === "PARKED" ? "FAILED" : (stored as SourceStatus);

export const problemOf = (stored: string | number | null | undefined): SourceProblem | null =>
  SOURCE_PROBLEMS.find((problem) => problem === stored) ?? null;
