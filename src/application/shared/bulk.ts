import { DomainError, errorsOf, withPathAsync } from "../../domain/shared/domain-error.js";
import { Problems } from "../../domain/shared/problems.js";
import { refusalsOf, type Refusal } from "./refusal.js";
import type { Transaction } from "./unit-of-work.js";

export const ERROR_POLICIES = ["ABORT", "SKIP"] as const;
/**
 * When items of a bulk change are refused: nothing is changed (ABORT), or they are left out and
 * reported (SKIP).
 */
export type ErrorPolicy = (typeof ERROR_POLICIES)[number];

export const MAX_BULK_ITEMS = 250;
const MAX_REFUSALS_OF_ITEM = 100;

export interface Bulk<Item> {
  readonly items: readonly Item[];
  /** ABORT when left out. */
  readonly onError?: ErrorPolicy | null | undefined;
}

/** The outcome of one item, as plain JSON. */
export interface ItemOutcome<Result> {
  /** The index of the item in the command. */
  readonly index: number;
  /** Null when the item was refused. */
  readonly result: Result | null;
  /** With paths relative to the item. */
  readonly refusals: readonly Refusal[];
}

export interface BulkOutcome<Result> {
  readonly items: readonly ItemOutcome<Result>[];
}

export class InvalidBulk extends DomainError {
  readonly code = "INVALID_BULK";

  constructor(readonly count: number) {
    super(
      count === 0
        ? "Give at least one item."
        : `Give at most ${MAX_BULK_ITEMS} items at once, not ${count}: send the rest in another request.`,
      ["items"],
    );
  }
}

/** @throws InvalidBulk */
export const checkBulkSize = (items: readonly unknown[]): void => {
  if (items.length === 0 || items.length > MAX_BULK_ITEMS) throw new InvalidBulk(items.length);
};

/** For items that are decided in memory and saved together afterwards: there is nothing to undo. */
export const IN_MEMORY: Transaction = { attempt: (part) => part() };

/**
 * Runs one change for many items, one after the other, each completely or not at all.
 * @throws InvalidBulk; with ABORT Refused with every refusal of every item, with paths like
 * `items.3.changes.slug`
 */
export const inBulk = async <Item, Result>(
  { items, onError }: Bulk<Item>,
  { attempt }: Transaction,
  change: (item: Item) => Promise<Result>,
): Promise<BulkOutcome<Result>> => {
  checkBulkSize(items);
  const done: ItemOutcome<Result>[] = [];
  const problems = new Problems();
  for (const [index, item] of items.entries()) {
    try {
      done.push({ index, result: await attempt(() => change(item)), refusals: [] });
    } catch (error) {
      const refusals = refusalsOf(error);
      if (refusals === null) throw error;
      done.push({ index, result: null, refusals: refusals.slice(0, MAX_REFUSALS_OF_ITEM) });
      for (const one of errorsOf(error)) problems.add(one.prefixPath(["items", String(index)]));
    }
  }
  if (onError !== "SKIP") problems.throwIfAny();
  return { items: done };
};

/** Runs a bulk change whose list of items has another name in the command. */
export const withItemsNamed = <Result>(
  list: string,
  part: () => Promise<Result>,
): Promise<Result> =>
  withPathAsync(
    ([first, ...rest]) => (first === "items" ? [list, ...rest] : [first ?? list, ...rest]),
    part,
  );
