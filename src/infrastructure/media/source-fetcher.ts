import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  SOURCE_PROBLEMS,
  type SourceProblem,
} from "../../application/media/ports/media-sources.js";
import { MediaUnavailable } from "../../application/media/ports/media-storage.js";
import { MediaBusy } from "../../application/media/ports/pictures.js";
import type { UploadedImage, UploadImage } from "../../application/media/upload-image.js";
import { DomainError } from "../../domain/shared/domain-error.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import { failureAfter } from "../shared/worker/failure.js";
import { FREE } from "../shared/worker/leases.js";
import { leaseFor, type WorkerNeeds } from "../shared/worker/worker-needs.js";
import { IMAGE_TABLES } from "./image-tables.js";
import type { ImageDownload } from "./image-download.js";
import { isFinalProblem, SourceFailure } from "./source-failure.js";
import type { ClaimedSource, SqlMediaSources } from "./sql-media-sources.js";

export interface FetchStores {
  readonly mediaSources: SqlMediaSources;
}

export interface FetcherNeeds extends WorkerNeeds<FetchStores> {
  readonly download: Pick<ImageDownload, "into">;
  readonly store: (command: UploadImage) => Promise<UploadedImage>;
  /** Where a download is kept until it is stored. */
  readonly folder: string;
}

const AT_ONCE = 4;
const MOST_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 30_000;
/** How many images one step of a walk reads, and how long to wait between two walks. */
const STEP = 500;
const WALK_PAUSE_MS = 20_000;

/**
 * Fetches external images into the storage of the shop. It finds them by walking along the keys of
 * all images in small steps, so that writing products costs nothing more. Several fetchers may run
 * at the same time.
 */
export class SourceFetcher {
  #tableIndex = 0;
  #after = "";
  #pausedUntil = 0;

  constructor(private readonly needs: FetcherNeeds) {}

  /**
   * Finds new images, and fetches until nothing is due.
   * @returns whether there may be more to do at once
   */
  async fetchDue(signal: AbortSignal): Promise<boolean> {
    const running = new Set<Promise<void>>();
    for (;;) {
      const hasMore = await this.#findNew();
      const claimed = signal.aborted ? [] : await this.#claim(AT_ONCE - running.size);
      // The others go on while a slow one runs.
      for (const { source, owner } of claimed) {
        const fetching = this.#fetch(source, owner, signal).finally(() => running.delete(fetching));
        running.add(fetching);
      }
      if (running.size === 0) return hasMore;
      await Promise.race(running);
    }
  }

  /** One step of the walk. @returns whether the walk goes on */
  async #findNew(): Promise<boolean> {
    const { reads, unitOfWork, clock } = this.needs;
    const columns = IMAGE_TABLES[this.#tableIndex];
    if (columns === undefined || clock.now().getTime() < this.#pausedUntil) return false;
    const { table, key, url } = columns;
    const rows = await reads.query(
      `SELECT m.${key} AS url_key, m.${url} AS url, s.id AS known FROM ${table} m LEFT JOIN catalog_media_source s ON s.id = m.${key} WHERE m.${key} > ? ORDER BY m.${key} LIMIT ${STEP}`,
      [this.#after],
    );
    const added = new Set(
      rows
        .filter((row) => row["known"] === null && /^https?:/i.test(String(row["url"])))
        .map((row) => String(row["url"])),
    );
    if (added.size > 0) await unitOfWork.run(({ mediaSources }) => mediaSources.note([...added]));
    this.#after = rows.length < STEP ? "" : String(rows.at(-1)?.["url_key"]);
    if (this.#after === "") this.#tableIndex = (this.#tableIndex + 1) % IMAGE_TABLES.length;
    const isOver = this.#after === "" && this.#tableIndex === 0;
    if (isOver) this.#pausedUntil = clock.now().getTime() + WALK_PAUSE_MS;
    return !isOver;
  }

  async #claim(
    most: number,
  ): Promise<readonly { readonly source: ClaimedSource; readonly owner: string }[]> {
    const { unitOfWork, clock, reads } = this.needs;
    const now = toSqlTime(clock.now());
    const rows = await reads.query(
      `SELECT id FROM catalog_media_source WHERE ${FREE} ORDER BY due_at, id LIMIT ${Math.max(0, most)}`,
      [now, now],
    );
    const due = rows.map((row) => String(row["id"]));
    if (due.length === 0) return [];
    const owner = randomUUID();
    const claimed = await unitOfWork.run(async ({ mediaSources }) => {
      const used = [...(await mediaSources.removeUnused(due))];
      return used.length === 0
        ? []
        : mediaSources.claim(used, leaseFor(this.needs, owner), clock.now());
    });
    return claimed.map((source) => ({ source, owner }));
  }

  async #fetch(source: ClaimedSource, owner: string, signal: AbortSignal): Promise<void> {
    const { download, store, folder, unitOfWork } = this.needs;
    const path = join(folder, `${randomUUID()}.upload`);
    try {
      const sha256 = await download.into(path, source.url, signal);
      const { name } = await store({ path, sha256 });
      await unitOfWork.run(({ mediaSources }) => mediaSources.succeed(source.id, owner, name));
    } catch (error) {
      // When the process stops, the next process fetches the image at once.
      if (signal.aborted && !(error instanceof SourceFailure))
        await unitOfWork.run(({ mediaSources }) => mediaSources.release([source.id], owner));
      else await this.#fail(source, owner, error);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #fail(source: ClaimedSource, owner: string, error: unknown): Promise<void> {
    const { unitOfWork, clock, log } = this.needs;
    const problem = problemOf(error);
    // A problem of the shop's own storage does not count as an attempt.
    const isOurs = problem === "MEDIA_UNAVAILABLE";
    const attempts = isOurs ? source.attempts : source.attempts + 1;
    const isOver = !isOurs && (isFinalProblem(problem) || attempts >= MOST_ATTEMPTS);
    const failure = failureAfter(clock.now(), {
      attempts,
      pauseMs: isOver ? null : FIRST_PAUSE_MS * 4 ** Math.max(0, attempts - 1),
      lastError: problem,
    });
    await unitOfWork.run(({ mediaSources }) => mediaSources.fail(source.id, owner, failure));
    const facts = { kind: "catalog.media-source", code: problem, count: attempts };
    if (problem === "INTERNAL_ERROR" || isOurs)
      log.error("An image could not be stored. It is tried again.", { ...facts, error });
    else if (isOver)
      log.warn("An external image cannot be fetched. The shop still shows its address.", facts);
    else log.debug("An external image could not be fetched. It is tried again.", facts);
  }
}

const problemOf = (error: unknown): SourceProblem => {
  if (error instanceof SourceFailure) return error.problem;
  if (error instanceof MediaUnavailable || error instanceof MediaBusy) return "MEDIA_UNAVAILABLE";
  if (error instanceof DomainError)
    return SOURCE_PROBLEMS.find((problem) => problem === error.code) ?? "INTERNAL_ERROR";
  return error instanceof Error && "syscall" in error ? "MEDIA_UNAVAILABLE" : "INTERNAL_ERROR";
};
