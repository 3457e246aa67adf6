import type { SearchChange, SearchSource } from "../../../application/catalog/search/search-source.js";

const PORTION = 500;
/** Transactions that were given a number and have not committed are waited for so long; what is missing then was undone. */
const STRAGGLER_MS = 60_000;
/** So many numbers before the newest one may be of transactions that were under way when the tail began. */
const UNDER_WAY = 200;
/** More missing numbers in a row than this are not waited for one by one. */
const LONGEST_GAP = 5_000;
const MOST_KEYS = 500;

/** What happened since one looked last. Nothing is taken for read because of its place: numbers are given before they are committed. */
export class OutboxTail {
  #last = 0;
  /** Numbers that were passed over, and when. */
  readonly #missing = new Map<number, number>();

  constructor(
    private readonly source: SearchSource,
    /** In milliseconds, growing. */
    private readonly now: () => number,
  ) {}

  /** Begins behind everything that can be seen now. */
  async begin(): Promise<void> {
    this.#missing.clear();
    this.#last = await this.source.newest();
    const first = Math.max(this.#last - UNDER_WAY, 0);
    const known = new Set((await this.source.changesFrom(first, UNDER_WAY + 1)).map(({ key }) => key));
    for (let key = first + 1; key < this.#last; key += 1) if (!known.has(key)) this.#missing.set(key, this.now());
  }

  /** @returns what is new, or null where events are gone that nobody has read: then everything has to be read again */
  async next(): Promise<{ readonly changes: readonly SearchChange[]; readonly hasMore: boolean } | null> {
    const late = await this.#stragglers();
    const rows = await this.source.changesFrom(this.#last, PORTION + 1);
    // The last one that was read is still there; else the table was emptied up to it and beyond, or is another one.
    if (this.#last > 0 && rows[0]?.key !== this.#last) return null;
    const fresh = rows.filter(({ key }) => key > this.#last);
    for (const { key } of fresh) {
      if (key - this.#last > LONGEST_GAP) return null;
      for (let missing = this.#last + 1; missing < key; missing += 1) this.#missing.set(missing, this.now());
      this.#last = key;
    }
    return { changes: [...late, ...fresh], hasMore: rows.length > PORTION };
  }

  async #stragglers(): Promise<readonly SearchChange[]> {
    for (const [key, since] of this.#missing) if (this.now() - since > STRAGGLER_MS) this.#missing.delete(key);
    if (this.#missing.size === 0) return [];
    const found: SearchChange[] = [];
    const keys = [...this.#missing.keys()];
    for (let at = 0; at < keys.length; at += MOST_KEYS) found.push(...(await this.source.changesByKey(keys.slice(at, at + MOST_KEYS))));
    for (const { key } of found) this.#missing.delete(key);
    return found;
  }
}
