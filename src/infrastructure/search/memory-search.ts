import type { Audience } from "../../application/catalog/ports/audience.js";
import type {
  CollectionName,
  ProductSearch,
  SearchRequest,
  SearchResult,
} from "../../application/search/ports/product-search.js";
import type { SearchChange, SearchSource } from "../../application/search/ports/search-source.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { StoreUnavailable } from "../../application/shared/unit-of-work.js";
import { BackgroundLoop } from "../shared/worker/background-loop.js";
import { withDeadline } from "../shared/database/with-deadline.js";
import { answerSearch } from "./answer-search.js";
import { inMerchantsOrder } from "./in-merchants-order.js";
import { countHidden } from "./count-hidden.js";
import { countInCollections } from "./count-in-collections.js";
import { EQUAL, FairSlice, MOST } from "./fair-slice.js";
import { followChanges } from "./follow-changes.js";
import { loadIndex } from "./load-index.js";
import { ReadWriteLock } from "./read-write-lock.js";
import { SeenCollections } from "./seen-collections.js";
import { SerialQueue } from "./serial-queue.js";
import { OutboxTail } from "./outbox-tail.js";
import { needsReload } from "./needs-reload.js";
import type { ProductIndex } from "./product-index.js";
import { waitBriefly } from "./wait-briefly.js";

interface MemorySearchOptions {
  /**
   * How long searches wait until the catalogue is loaded, in milliseconds from when that begins.
   * Later ones are refused at once: those that wait keep others waiting.
   */
  readonly loadMs: number;
  /** How long a search waits until the changes of this process are applied, in milliseconds. */
  readonly freshMs: number;
  /** How often to look for changes of others, in milliseconds; null for before each search. */
  readonly pollMs: number | null;
}

/** After so long without a look everything is read again, because events may have been deleted. */
const STALE_MS = 60 * 60_000;
/** How often one run reads further events before it applies them. */
const MOST_READS = 10;

/** The search of one process: the catalogue in memory, kept up to date with the store. */
export class MemorySearch implements ProductSearch {
  readonly #tail: OutboxTail;
  readonly #searches = new SerialQueue();
  readonly #lock = new ReadWriteLock();
  #index: Promise<ProductIndex> | undefined;
  #current: ProductIndex | undefined;
  #loop: BackgroundLoop | undefined;
  #following: Promise<boolean> | undefined;
  /** Changes that are not applied yet: the store may fail before they are. */
  #pending: SearchChange[] = [];
  #isBehind = false;
  /** Whether unread events have been deleted. */
  #hasLostEvents = false;
  #lastReadAt = 0;
  #loadingSince = 0;
  #isCaughtUp = false;
  #isStopped = false;
  #report: (error: unknown) => void = () => undefined;

  constructor(
    private readonly source: SearchSource,
    private readonly options: MemorySearchOptions,
    private readonly now: () => number = () => performance.now(),
    /** What is read before searches are answered. */
    private readonly loadSource = source,
  ) {
    this.#tail = new OutboxTail(source, now);
  }

  async search(request: SearchRequest, audience: Audience): Promise<SearchResult> {
    const index = await this.#ready();
    const enter = (): Promise<void> => this.#searches.enter();
    const result = await this.#lock.read(async () => {
      // One document may search twenty times, and many may have waited for the same change.
      await enter();
      return answerSearch(this.#current ?? index, request, audience, { enter, now: this.now });
    });
    return inMerchantsOrder(result, { request, audience }, this.#current ?? index, this.source);
  }

  async findCollection(by: CollectionName, audience: Audience): Promise<CollectionId | null> {
    const seen = new SeenCollections((await this.#ready()).collections, audience);
    return (by.id === undefined ? seen.bySlug(by.slug) : seen.get(by.id))?.id ?? null;
  }

  async countInCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>> {
    return countInCollections(await this.#ready(), ids, audience);
  }

  hidden(audience: Audience, collection?: CollectionId): number {
    return this.#current ? countHidden(this.#current, audience, collection) : 0;
  }

  /** Sets who is told when changes cannot be applied. They are tried again. */
  reportTo(report: (error: unknown) => void): void {
    this.#report = report;
  }

  /** Loads the catalogue, unless that has begun. */
  start(): Promise<ProductIndex> {
    this.#index ??= this.#load().catch((error: unknown) => {
      this.#index = undefined;
      throw error;
    });
    return this.#index;
  }

  /**
   * Whether the catalogue is loaded, with what was changed meanwhile, so that searches are answered
   * at once. A load that has failed is started again.
   */
  isRead(): boolean {
    if (!this.#index) this.start().catch((error: unknown) => this.#report(error));
    return this.#isCaughtUp;
  }

  /** Whether the catalogue is being loaded. */
  isLoading(): boolean {
    return this.#index !== undefined && !this.#isCaughtUp;
  }

  /** To be called when this process has changed something. */
  changed(): void {
    this.#isBehind = true;
    this.#loop?.wake();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#loop?.stop();
    await this.#following?.catch(() => undefined);
    await this.#index?.catch(() => undefined);
  }

  /** The index with the earlier changes of this process. */
  async #ready(): Promise<ProductIndex> {
    const loaded = await this.#loaded();
    if (this.options.pollMs === null) await this.#catchUp();
    else if (this.#isBehind || this.#following)
      await waitBriefly(this.#upToDate(), this.options.freshMs);
    return this.#current ?? loaded;
  }

  #loaded(): Promise<ProductIndex> {
    const loading = this.start();
    if (this.#isCaughtUp) return loading;
    const leftMs = this.#leftMs();
    if (leftMs <= 0)
      throw new StoreUnavailable("The catalogue is still being loaded for the search.");
    return withDeadline(leftMs, "Loading the catalogue for the search", loading);
  }

  async #load(): Promise<ProductIndex> {
    this.#loadingSince = this.now();
    await this.#tail.begin();
    const index = await loadIndex(this.loadSource, this.#slice(), () => this.#isStopped);
    [this.#current, this.#lastReadAt] = [index, this.now()];
    // The changes since the load began. Those that others make from here on are followed as all
    // later ones are: waiting for them too might never end.
    const newest = await this.source.newest();
    while ((await this.#catchUp()) && this.#tail.position < newest);
    this.#isCaughtUp = true;
    const { pollMs } = this.options;
    if (pollMs !== null && !this.#isStopped && this.#loop === undefined) {
      this.#loop = new BackgroundLoop({
        runOnce: () => this.#catchUp(),
        pollMs,
        onError: (error) => this.#report(error),
      });
      this.#loop.start();
    }
    return index;
  }

  async #upToDate(): Promise<void> {
    // The current run may have read the outbox before the change; another search may have started
    // the next run.
    await this.#following;
    await (this.#isBehind ? this.#catchUp() : this.#following);
  }

  /** Applies new changes, one run at a time. @returns whether there are more */
  async #catchUp(): Promise<boolean> {
    // The current run may have read the outbox before the change.
    while (this.#following) await this.#following.catch(() => undefined);
    this.#following = this.#follow().finally(() => (this.#following = undefined));
    return this.#following;
  }

  async #follow(): Promise<boolean> {
    const index = this.#current;
    if (!index || this.#isStopped) return false;
    this.#isBehind = false;
    try {
      const hasMore = await this.#readEvents();
      if (this.#hasLostEvents || (await needsReload(index, this.source, this.#pending, this.#lock)))
        await this.#reload();
      else {
        const source = this.#isCaughtUp ? this.source : this.loadSource;
        const write = (work: () => void): Promise<void> => this.#lock.write(work);
        await followChanges(index, source, this.#pending, write, this.#slice());
      }
      [this.#pending, this.#hasLostEvents] = [[], false];
      this.#lastReadAt = this.now();
      return hasMore;
    } catch (error) {
      this.#isBehind = true;
      throw error;
    }
  }

  #slice(): FairSlice {
    // Nobody is sent to a server before it has caught up, or has tried to for long.
    const comesFirst = (): boolean => !this.#isCaughtUp && this.#leftMs() > 0;
    return new FairSlice(() => (comesFirst() ? MOST : EQUAL));
  }

  /** How much longer searches wait until the catalogue is loaded. */
  #leftMs(): number {
    return Math.ceil(this.#loadingSince + this.options.loadMs - this.now());
  }

  /** @returns whether there are more */
  async #readEvents(): Promise<boolean> {
    for (let reads = 0; reads < MOST_READS; reads += 1) {
      const next = this.now() - this.#lastReadAt > STALE_MS ? null : await this.#tail.next();
      this.#hasLostEvents ||= next === null;
      this.#pending.push(...(next?.changes ?? []));
      if (!next?.hasMore) return false;
    }
    return true;
  }

  /** Until everything is read again, searches use the old index. */
  async #reload(): Promise<void> {
    await this.#tail.begin();
    const index = await loadIndex(this.source, this.#slice(), () => this.#isStopped);
    this.#current = index;
    this.#isBehind = true;
  }
}
