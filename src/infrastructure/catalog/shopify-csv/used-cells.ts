import type { Row } from "../../shared/csv/records.js";

/** The cells of one product that end in a field or in an issue. */
export class UsedCells {
  readonly #byRow = new Map<Row, Uint8Array>();

  add(row: Row, index: number): void {
    let used = this.#byRow.get(row);
    if (!used) {
      used = new Uint8Array(row.cells.length);
      this.#byRow.set(row, used);
    }
    used[index] = 1;
  }

  has(row: Row, index: number): boolean {
    return this.#byRow.get(row)?.[index] === 1;
  }
}
