import type {
  KeyRange,
  SearchChange,
  SearchSource,
} from "../../../application/catalog/search/search-source.js";
import { gapsBetween, between, without } from "./key-ranges.js";

const PORTION = 500;
/** Transactions that were given numbers and have not committed are waited for so long; what is missing then was undone. */
const STRAGGLER_MS = 60_000;
/** Among so many events before the newest one it is looked for numbers of transactions that were under way when the tail began. */
const UNDER_WAY = 5_000;
/** So many ranges are asked for in one statement. */
const MOST_RANGES = 100;

/** Numbers that nobody has seen yet, and since when they are waited for. */
interface Gap extends KeyRange {
  readonly since: number;
}

/** What happened since one looked last. Nothing is taken for read because of its place: numbers are given before they are committed. */
export class OutboxTail {
  #last = 0;
  #gaps: readonly Gap[] = [];

  constructor(
    private readonly source: SearchSource,
    /** In milliseconds, growing. */
    private readonly now: () => number,
  ) {}

  /** Begins behind everything that can be seen now. */
  async begin(): Promise<void> {
    this.#last = await this.source.newest();
    const known = (await this.source.keysUntil(this.#last, UNDER_WAY)).toSorted((a, b) => a - b);
    // Of a full portion the first key stands behind others that were not asked for: they are no gap.
    this.#gaps = this.#waitedFor(
      gapsBetween(known, known.length < UNDER_WAY ? 0 : (known[0] ?? 0)),
    );
  }

  /** @returns what is new, or null where events are gone that nobody has read: then everything has to be read again */
  async next(): Promise<{
    readonly changes: readonly SearchChange[];
    readonly hasMore: boolean;
  } | null> {
    const late = await this.#stragglers();
    const rows = await this.source.changesFrom(this.#last, PORTION + 1);
    // The last one that was read is still there; else the table was emptied up to it and beyond, or is another one.
    if (this.#last > 0 && rows[0]?.key !== this.#last) return null;
    const fresh = rows.filter(({ key }) => key > this.#last);
    this.#gaps = [
      ...this.#gaps,
      ...this.#waitedFor(
        gapsBetween(
          fresh.map(({ key }) => key),
          this.#last,
        ),
      ),
    ];
    this.#last = fresh.at(-1)?.key ?? this.#last;
    return {
      changes: [...late, ...fresh],
      hasMore: rows.length > PORTION || late.length >= PORTION,
    };
  }

  async #stragglers(): Promise<readonly SearchChange[]> {
    this.#gaps = this.#gaps.filter(({ since }) => this.now() - since <= STRAGGLER_MS);
    const found: SearchChange[] = [];
    for (let at = 0; at < this.#gaps.length; at += MOST_RANGES)
      found.push(
        ...(await this.source.changesWithin(this.#gaps.slice(at, at + MOST_RANGES), PORTION)),
      );
    const keys = found.map(({ key }) => key);
    if (keys.length > 0)
      this.#gaps = this.#gaps.flatMap((gap) =>
        without(
          [gap],
          keys.filter((key) => between(gap, key)),
        ).map((rest) => ({ ...rest, since: gap.since })),
      );
    return found;
  }

  #waitedFor(ranges: readonly KeyRange[]): readonly Gap[] {
    return ranges.map((range) => ({ ...range, since: this.now() }));
  }
}
