import type { Row } from "./records.js";

/** The first record of a file. */
export const headerOf = async (batches: AsyncIterable<readonly Row[]>): Promise<Row | null> => {
  for await (const [row] of batches) if (row) return row;
  return null;
};

/** All records but the first one. */
export async function* withoutHeader(
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let header = true;
  for await (const rows of batches) {
    yield header ? rows.slice(1) : rows;
    header &&= rows.length === 0;
  }
}
