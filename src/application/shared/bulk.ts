import { DomainError, errorsOf, Problems } from "../../domain/shared/domain-error.js";
import { refusalsOf, type Refusal } from "./refusal.js";
import type { Transaction } from "./unit-of-work.js";

export const ERROR_POLICIES = ["ABORT", "SKIP"] as const;
/** What becomes of a bulk change in which some items are refused: nothing is done (ABORT), or they are left out and reported (SKIP). */
export type ErrorPolicy = (typeof ERROR_POLICIES)[number];

export const MOST_ITEMS = 250;
const MOST_REFUSALS_OF_ITEM = 100;

export interface Bulk<Item> {
  readonly items: readonly Item[];
  /** ABORT when not given. */
  readonly onError?: ErrorPolicy | null | undefined;
}

/** What became of one item. Plain JSON. */
export interface ItemOutcome<Result> {
  /** Its place in the command. */
  readonly index: number;
  /** Null when it was refused. */
  readonly result: Result | null;
  /** With places as seen from the item. */
  readonly refusals: readonly Refusal[];
}

export interface BulkDone<Result> {
  readonly items: readonly ItemOutcome<Result>[];
}

export class InvalidBulk extends DomainError {
  readonly code = "INVALID_BULK";

  constructor(readonly count: number) {
    super(
      count === 0
        ? "Give at least one item."
        : `Give at most ${MOST_ITEMS} items at once, not ${count}: send the rest in another request.`,
      ["items"],
    );
  }
}

/** @throws InvalidBulk */
export const checkSize = (items: readonly unknown[]): void => {
  if (items.length === 0 || items.length > MOST_ITEMS) throw new InvalidBulk(items.length);
};

/** For items that are only thought about, and stored together afterwards: there is nothing to undo. */
export const IN_THOUGHT: Transaction = { attempt: (part) => part() };

/**
 * Does the same to many things, one after the other in the order given, each whole or not at all.
 * @throws InvalidBulk; with ABORT Refused with every refusal of every item, each with its place: `items.3.changes.slug`
 */
export const inBulk = async <Item, Result>(
  { items, onError }: Bulk<Item>,
  { attempt }: Transaction,
  one: (item: Item) => Promise<Result>,
): Promise<BulkDone<Result>> => {
  checkSize(items);
  const done: ItemOutcome<Result>[] = [];
  const problems = new Problems();
  for (const [index, item] of items.entries()) {
    try {
      done.push({ index, result: await attempt(() => one(item)), refusals: [] });
    } catch (error) {
      const refusals = refusalsOf(error);
      if (refusals === null) throw error;
      done.push({ index, result: null, refusals: refusals.slice(0, MOST_REFUSALS_OF_ITEM) });
      for (const one of errorsOf(error)) problems.add(one.within(["items", String(index)]));
    }
  }
  if (onError !== "SKIP") problems.throwIfAny();
  return { items: done };
};
