import type { Audience } from "../../../application/catalog/ports.js";
import type {
  ProductSearch,
  SearchRequest,
  SearchResult,
} from "../../../application/catalog/search/product-search.js";
import type {
  SearchChange,
  SearchSource,
} from "../../../application/catalog/search/search-source.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { BackgroundLoop } from "../../shared/background-loop.js";
import { within } from "../../shared/deadline.js";
import { answerSearch } from "./answer-search.js";
import { countHidden, countInCollections } from "./count-seen.js";
import { followChanges } from "./follow-changes.js";
import { loadIndex } from "./load-index.js";
import { LookOrChange } from "./look-or-change.js";
import { OneByOne } from "./one-by-one.js";
import { OutboxTail } from "./outbox-tail.js";
import type { ProductIndex } from "./product-index.js";

export interface MemorySearchOptions {
  /** How long a search waits for the catalogue to be read, in milliseconds. */
  readonly loadMs: number;
  /** How long a search waits for a change of this process to be taken in. */
  readonly freshMs: number;
  /** How often it is looked for changes of other processes; null for before each search. */
  readonly pollMs: number | null;
}

/** Who has not looked for so long reads everything again: by then events may have been forgotten. */
const STALE_MS = 60 * 60_000;

/** The search of one process: the catalogue in memory, following the store. The same on whichever store. */
export class MemorySearch implements ProductSearch {
  readonly #tail: OutboxTail;
  readonly #searches = new OneByOne();
  readonly #gate = new LookOrChange();
  #index: Promise<ProductIndex> | undefined;
  #current: ProductIndex | undefined;
  #loop: BackgroundLoop | undefined;
  #following: Promise<boolean> | undefined;
  /** What is known to have happened and is not taken in yet: the store may fail in between. */
  #unread: SearchChange[] = [];
  #isBehind = false;
  /** Whether events are gone that were not read. */
  #isTornOff = false;
  #lookedAt = 0;
  #isStopped = false;
  #report: (error: unknown) => void = () => undefined;

  constructor(
    private readonly source: SearchSource,
    private readonly options: MemorySearchOptions,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#tail = new OutboxTail(source, now);
  }

  async search(request: SearchRequest, audience: Audience): Promise<SearchResult> {
    const index = await this.#ready();
    const nextTurn = (): Promise<void> => this.#searches.turn();
    return this.#gate.look(async () => {
      // One document may ask twenty times, and many may have waited for the same change.
      await nextTurn();
      return answerSearch(this.#current ?? index, request, audience, { nextTurn, now: this.now });
    });
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

  /** Says who is told when what has changed cannot be taken in; it is tried again all the same. */
  reportTo(report: (error: unknown) => void): void {
    this.#report = report;
  }

  /** Begins to read the catalogue unless that has begun. */
  start(): Promise<ProductIndex> {
    this.#index ??= this.#load().catch((error: unknown) => {
      this.#index = undefined;
      throw error;
    });
    return this.#index;
  }

  /** Whether searches are answered at once: the catalogue has been read. Where that has failed it is begun again. */
  isRead(): boolean {
    if (!this.#current && !this.#index) this.start().catch((error: unknown) => this.#report(error));
    return this.#current !== undefined;
  }

  /** This process has changed something. */
  changed(): void {
    this.#isBehind = true;
    this.#loop?.call();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#loop?.stop();
    await this.#following?.catch(() => undefined);
    await this.#index?.catch(() => undefined);
  }

  /** With what this process has changed before. */
  async #ready(): Promise<ProductIndex> {
    const loaded = await within(
      this.options.loadMs,
      "Reading the catalogue for the search",
      this.start(),
    );
    if (this.options.pollMs === null) await this.#catchUp();
    else if (this.#isBehind || this.#following) await this.#patiently(this.#fresh());
    return this.#current ?? loaded;
  }

  async #load(): Promise<ProductIndex> {
    await this.#tail.begin();
    const index = await loadIndex(this.source, () => this.#isStopped);
    [this.#current, this.#lookedAt] = [index, this.now()];
    // What changed while it was read.
    await this.#catchUp();
    const { pollMs } = this.options;
    if (pollMs !== null && !this.#isStopped && this.#loop === undefined) {
      this.#loop = new BackgroundLoop({
        pass: () => this.#catchUp(),
        pollMs,
        report: (error) => this.#report(error),
      });
      this.#loop.start();
    }
    return index;
  }

  async #fresh(): Promise<void> {
    // What runs may have looked before the change; another search may have begun to look since.
    await this.#following;
    await (this.#isBehind ? this.#catchUp() : this.#following);
  }

  /** Takes in what has happened, one after the other. @returns whether there is more */
  async #catchUp(): Promise<boolean> {
    // What runs may have looked before the change that is asked about.
    while (this.#following) await this.#following.catch(() => undefined);
    this.#following = this.#follow().finally(() => (this.#following = undefined));
    return this.#following;
  }

  async #follow(): Promise<boolean> {
    const index = this.#current;
    if (!index || this.#isStopped) return false;
    this.#isBehind = false;
    try {
      const news = this.now() - this.#lookedAt > STALE_MS ? null : await this.#tail.next();
      this.#unread.push(...(news?.changes ?? []));
      this.#isTornOff ||= news === null;
      if (this.#isTornOff || this.#unread.some(({ isAboutAll }) => isAboutAll))
        await this.#reload();
      else await followChanges(index, this.source, this.#unread, (work) => this.#gate.change(work));
      [this.#unread, this.#isTornOff] = [[], false];
      this.#lookedAt = this.now();
      return news?.hasMore ?? false;
    } catch (error) {
      this.#isBehind = true;
      throw error;
    }
  }

  /** Searches are answered from what was known before, until everything has been read again. */
  async #reload(): Promise<void> {
    await this.#tail.begin();
    const index = await loadIndex(this.source, () => this.#isStopped);
    this.#current = index;
    this.#isBehind = true;
  }

  /** Waits for a while, and answers from what is known when that is not enough. */
  async #patiently(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>(
      (resolve) => (timer = setTimeout(resolve, this.options.freshMs)),
    );
    await Promise.race([work.catch(() => undefined), enough]);
    clearTimeout(timer);
  }
}
