import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  MediaBusy,
  MediaUnavailable,
  SOURCE_PROBLEMS,
  type SourceProblem,
} from "../../../application/catalog/media/media-ports.js";
import type {
  UploadedImage,
  UploadImage,
} from "../../../application/catalog/media/upload-image.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { Log } from "../../../application/shared/log.js";
import type { UnitOfWork } from "../../../application/shared/unit-of-work.js";
import { DomainError } from "../../../domain/shared/domain-error.js";
import { FREE } from "../../shared/leases.js";
import type { ReadSource } from "../../shared/read-source.js";
import { toSqlTime } from "../../shared/sql.js";
import type { ImageDownload } from "./image-download.js";
import { isFinalProblem, SourceFailure } from "./source-failure.js";
import type { ClaimedSource, TypeormMediaSources } from "./typeorm-media-sources.js";

export interface FetchStores {
  readonly mediaSources: TypeormMediaSources;
}

export interface FetcherNeeds {
  readonly unitOfWork: UnitOfWork<FetchStores>;
  readonly reads: Pick<ReadSource, "query">;
  readonly download: Pick<ImageDownload, "into">;
  readonly store: (command: UploadImage) => Promise<UploadedImage>;
  /** Where what is fetched lies until it is stored. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** After how many milliseconds the sources of a worker that died go to another one. */
  readonly leaseMs: number;
}

const AT_ONCE = 4;
const MOST_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 30_000;
/** How many images are looked at in one step of the walk, and how long it rests between two walks. */
const STEP = 500;
const REST_MS = 20_000;

const SHOWN_IN = [
  { table: "catalog_media", key: "url_key", url: "url" },
  { table: "catalog_collection", key: "image_key", url: "image_url" },
] as const;

/**
 * Fetches images that are shown from elsewhere into the own storage. It finds them by walking along the keys of all images, in
 * small steps: so writing products, an import above all, costs nothing more. Fetchers may run side by side.
 */
export class SourceFetcher {
  #place = 0;
  #after = "";
  #restsUntil = 0;

  constructor(private readonly needs: FetcherNeeds) {}

  /** Looks for new images, and fetches until nothing is due. @returns whether there may be more to do just now */
  async pass(signal: AbortSignal): Promise<boolean> {
    const running = new Set<Promise<void>>();
    for (let isWalking = false; ;) {
      isWalking = await this.#walk();
      const claimed = signal.aborted ? [] : await this.#claim(AT_ONCE - running.size);
      // Each has a place of its own, so that a slow one holds up nobody.
      for (const { source, owner } of claimed) {
        const fetching = this.#fetch(source, owner, signal).finally(() => running.delete(fetching));
        running.add(fetching);
      }
      if (running.size === 0) return isWalking;
      await Promise.race(running);
    }
  }

  async #walk(): Promise<boolean> {
    const place = SHOWN_IN[this.#place];
    if (place === undefined || this.needs.clock.now().getTime() < this.#restsUntil) return false;
    const { table, key, url } = place;
    const rows = await this.needs.reads.query(
      `SELECT m.${key} AS url_key, m.${url} AS url, s.id AS known FROM ${table} m LEFT JOIN catalog_media_source s ON s.id = m.${key} WHERE m.${key} > ? ORDER BY m.${key} LIMIT ${STEP}`,
      [this.#after],
    );
    const fresh = new Set(
      rows
        .filter((row) => row["known"] === null && /^https?:/i.test(String(row["url"])))
        .map((row) => String(row["url"])),
    );
    if (fresh.size > 0)
      await this.needs.unitOfWork.run(({ mediaSources }) => mediaSources.note([...fresh]));
    this.#after = rows.length < STEP ? "" : String(rows.at(-1)?.["url_key"]);
    if (this.#after === "") this.#place = (this.#place + 1) % SHOWN_IN.length;
    const isOver = this.#after === "" && this.#place === 0;
    if (isOver) this.#restsUntil = this.needs.clock.now().getTime() + REST_MS;
    return !isOver;
  }

  async #claim(
    most: number,
  ): Promise<readonly { readonly source: ClaimedSource; readonly owner: string }[]> {
    const { unitOfWork, clock, reads, leaseMs } = this.needs;
    const now = toSqlTime(clock.now());
    const due = (
      await reads.query(
        `SELECT id FROM catalog_media_source WHERE ${FREE} ORDER BY due_at, id LIMIT ${Math.max(0, most)}`,
        [now, now],
      )
    ).map((row) => String(row["id"]));
    if (due.length === 0) return [];
    const owner = randomUUID();
    const claimed = await unitOfWork.run(async ({ mediaSources }) => {
      const shown = [...(await mediaSources.stillShown(due))];
      return shown.length === 0
        ? []
        : mediaSources.claim(
            shown,
            { owner, until: new Date(clock.now().getTime() + leaseMs) },
            clock.now(),
          );
    });
    return claimed.map((source) => ({ source, owner }));
  }

  async #fetch(source: ClaimedSource, owner: string, signal: AbortSignal): Promise<void> {
    const path = join(this.needs.folder, `${randomUUID()}.upload`);
    try {
      const sha256 = await this.needs.download.into(path, source.url, signal);
      const { name } = await this.needs.store({ path, sha256 });
      await this.needs.unitOfWork.run(({ mediaSources }) =>
        mediaSources.succeed(source.id, owner, name),
      );
    } catch (error) {
      // Told to stop: the next process goes on with it at once.
      if (signal.aborted && !(error instanceof SourceFailure))
        await this.needs.unitOfWork.run(({ mediaSources }) =>
          mediaSources.letGo([source.id], owner),
        );
      else await this.#fail(source, owner, error);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #fail(
    { id, attempts: before }: ClaimedSource,
    owner: string,
    error: unknown,
  ): Promise<void> {
    const problem = problemOf(error);
    // The source is not to blame for the own storage: that is no attempt.
    const isOurs = problem === "MEDIA_UNAVAILABLE";
    const attempts = isOurs ? before : before + 1;
    const isOver = !isOurs && (isFinalProblem(problem) || attempts >= MOST_ATTEMPTS);
    const dueAt = isOver
      ? null
      : new Date(
          this.needs.clock.now().getTime() + FIRST_PAUSE_MS * 4 ** Math.max(0, attempts - 1),
        );
    await this.needs.unitOfWork.run(({ mediaSources }) =>
      mediaSources.fail(id, owner, { attempts, dueAt, lastError: problem }),
    );
    const facts = { kind: "catalog.media-source", code: problem, count: attempts };
    if (problem === "INTERNAL_ERROR" || isOurs)
      this.needs.log.error("An image could not be stored. It is tried again.", { ...facts, error });
    else if (isOver)
      this.needs.log.warn(
        "An image elsewhere cannot be fetched. The shop goes on showing its address.",
        facts,
      );
    else this.needs.log.debug("An image elsewhere could not be fetched. It is tried again.", facts);
  }
}

const problemOf = (error: unknown): SourceProblem => {
  if (error instanceof SourceFailure) return error.problem;
  if (error instanceof MediaUnavailable || error instanceof MediaBusy) return "MEDIA_UNAVAILABLE";
  if (error instanceof DomainError)
    return SOURCE_PROBLEMS.find((problem) => problem === error.code) ?? "INTERNAL_ERROR";
  return error instanceof Error && "syscall" in error ? "MEDIA_UNAVAILABLE" : "INTERNAL_ERROR";
};
