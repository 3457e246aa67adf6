import type {
  KeyRange,
  SearchChange,
  SearchSource,
} from "../../application/search/ports/search-source.js";

const BATCH = 500;
/**
 * How long to wait for a missing key: its transaction may still commit. After that it was rolled
 * back.
 */
const MISSING_KEY_MS = 60_000;
/** Among so many events before the newest one, missing keys are found when the tail begins. */
const FIRST_LOOK = 5_000;
/** How many ranges one statement asks for. */
const MOST_RANGES = 100;

/** Missing keys, and since when they are missing. */
interface Gap extends KeyRange {
  readonly since: number;
}

/**
 * Reads the events since the last call, also those that commit late: keys are assigned before the
 * commit, so they do not appear in their order.
 */
export class OutboxTail {
  #last = 0;
  #gaps: readonly Gap[] = [];

  constructor(
    private readonly source: SearchSource,
    /** In milliseconds, monotonic. */
    private readonly now: () => number,
  ) {}

  /** The key of the last event that was read. */
  get position(): number {
    return this.#last;
  }

  /** Begins after all events that are committed now. */
  async begin(): Promise<void> {
    this.#last = await this.source.newest();
    const known = (await this.source.keysUntil(this.#last, FIRST_LOOK)).toSorted((a, b) => a - b);
    // Where there are more events than were read, the keys before the first one are not missing.
    this.#gaps = this.#toGaps(gapsBetween(known, known.length < FIRST_LOOK ? 0 : (known[0] ?? 0)));
  }

  /**
   * @returns the new events; null when unread events have been deleted, so that everything must be
   * read again
   */
  async next(): Promise<{
    readonly changes: readonly SearchChange[];
    readonly hasMore: boolean;
  } | null> {
    const late = await this.#lateChanges();
    const rows = await this.source.changesFrom(this.#last, BATCH + 1);
    // The last event that was read must still exist. Otherwise the table was emptied beyond it, or
    // is another one.
    if (this.#last > 0 && rows[0]?.key !== this.#last) return null;
    const added = rows.filter(({ key }) => key > this.#last);
    const keys = added.map(({ key }) => key);
    this.#gaps = [...this.#gaps, ...this.#toGaps(gapsBetween(keys, this.#last))];
    this.#last = keys.at(-1) ?? this.#last;
    return {
      changes: [...late, ...added],
      hasMore: rows.length > BATCH || late.length >= BATCH,
    };
  }

  /** Events whose keys were missing. */
  async #lateChanges(): Promise<readonly SearchChange[]> {
    this.#gaps = this.#gaps.filter(({ since }) => this.now() - since <= MISSING_KEY_MS);
    const found: SearchChange[] = [];
    for (let at = 0; at < this.#gaps.length; at += MOST_RANGES)
      found.push(
        ...(await this.source.changesWithin(this.#gaps.slice(at, at + MOST_RANGES), BATCH)),
      );
    const keys = found.map(({ key }) => key);
    if (keys.length > 0)
      this.#gaps = this.#gaps.flatMap((gap) =>
        withoutKeys(gap, keys).map((range) => ({ ...range, since: gap.since })),
      );
    return found;
  }

  #toGaps(ranges: readonly KeyRange[]): readonly Gap[] {
    return ranges.map((range) => ({ ...range, since: this.now() }));
  }
}

/** The keys that are missing between a key and others that ascend. */
const gapsBetween = (ascending: readonly number[], after: number): readonly KeyRange[] => {
  const missing: KeyRange[] = [];
  let last = after;
  for (const key of ascending) {
    if (key > last + 1) missing.push({ first: last + 1, last: key - 1 });
    last = key;
  }
  return missing;
};

/** The parts of a range that remain without some keys. */
const withoutKeys = ({ first, last }: KeyRange, keys: readonly number[]): readonly KeyRange[] => {
  const within = keys.filter((key) => first <= key && key <= last).toSorted((a, b) => a - b);
  return gapsBetween([...within, last + 1], first - 1);
};
