/** A typed array that holds one value for each row. */
export type RowColumn = Int32Array | Float64Array | Uint8Array;

/** A column with its rows where they are now. */
export type MoveColumn = <Column extends RowColumn>(column: Column, blank?: number) => Column;

const SMALLEST = 1_024;
/** Unused rows are removed when they are more than this part of all. */
const MOST_WASTE = 0.5;

/**
 * Where the rows of each slot are in typed arrays that all slots share. Slots have different numbers
 * of rows, and an array of each slot would cost more than its rows.
 */
export class Ranges {
  /** The rows of a slot are `start` to `end - 1`. */
  start = new Int32Array(SMALLEST);
  end = new Int32Array(SMALLEST);
  /** How many rows the columns have room for. */
  size = SMALLEST;
  #used = 0;
  #wasted = 0;

  /** @param moveAll replaces each column by what `move` makes of it */
  constructor(private readonly moveAll: (move: MoveColumn) => void) {}

  /** Gives a slot new rows instead of those that it had. @returns the first of them */
  place(slot: number, rows: number): number {
    this.clear(slot);
    if (slot >= this.start.length) {
      this.start = enlarged(this.start, this.start.length * 2);
      this.end = enlarged(this.end, this.end.length * 2);
    }
    if (this.#used + rows > this.size) this.#makeRoom(rows);
    this.start[slot] = this.#used;
    this.#used += rows;
    this.end[slot] = this.#used;
    return this.start[slot] ?? 0;
  }

  clear(slot: number): void {
    this.#wasted += (this.end[slot] ?? 0) - (this.start[slot] ?? 0);
    if (slot < this.end.length) this.end[slot] = this.start[slot] ?? 0;
  }

  #makeRoom(more: number): void {
    if (this.#wasted > this.#used * MOST_WASTE) this.#pack();
    if (this.#used + more <= this.size) return;
    this.size = Math.max(this.size * 2, this.#used + more);
    this.moveAll((column, blank) => enlarged(column, this.size, blank));
  }

  #pack(): void {
    const { start, end } = this;
    const moved = new Int32Array(start.length);
    let used = 0;
    for (let slot = 0; slot < start.length; slot += 1) {
      moved[slot] = used;
      used += (end[slot] ?? 0) - (start[slot] ?? 0);
    }
    this.moveAll((column, blank) => {
      const packed = enlarged(column.subarray(0, 0), this.size, blank) as typeof column;
      for (let slot = 0; slot < start.length; slot += 1)
        packed.set(column.subarray(start[slot], end[slot]), moved[slot]);
      return packed;
    });
    this.end = end.map((last, slot) => (moved[slot] ?? 0) + last - (start[slot] ?? 0));
    [this.start, this.#used, this.#wasted] = [moved, used, 0];
  }
}

/** A copy with room for more, filled up with a value. */
export const enlarged = <Column extends RowColumn | Uint16Array>(
  column: Column,
  size: number,
  blank = 0,
): Column => {
  const Type = column.constructor as new (length: number) => Column;
  const larger = new Type(size);
  if (blank !== 0) larger.fill(blank, column.length);
  larger.set(column);
  return larger;
};
