import type { Header } from "./header.js";
import { productKey } from "./product-key.js";
import type { Row } from "../../shared/csv/records.js";
import type { FileScan } from "./scan-file.js";

/** All rows of one product, in the order of the file. */
export interface ProductRows {
  readonly key: string;
  readonly rows: readonly Row[];
  /** How many rows the product has in the file; `rows` holds at most 10,000 of them. */
  readonly count: number;
}

const MOST_ROWS = 10_000;

/**
 * Groups rows by product, and yields each product with its last row. Only products with rows in
 * several places are kept in memory.
 */
export async function* productRows(
  batches: AsyncIterable<readonly Row[]>,
  header: Header,
  { lastRows }: FileScan,
): AsyncGenerator<ProductRows> {
  const open = new Map<string, { readonly rows: Row[]; count: number }>();
  let [number, previous] = [0, ""];
  for await (const rows of batches)
    for (const row of rows) {
      number += 1;
      const key = productKey(header, row) ?? previous;
      const group = open.get(key) ?? { rows: [], count: 0 };
      group.count += 1;
      if (group.rows.length < MOST_ROWS) group.rows.push(row);
      if (lastRows.get(key) === number) {
        open.delete(key);
        yield { key, ...group };
      } else open.set(key, group);
      previous = key;
    }
}
