interface PortionLimits {
  readonly entries: number;
  readonly rows: number;
}

/**
 * Entries of a file in portions that are limited by entries and by rows, so that neither many small ones
 * nor a few large ones block the store for long.
 */
export async function* portionsOf<Entry extends { readonly rows: number }>(
  entries: AsyncIterable<Entry>,
  most: PortionLimits,
): AsyncGenerator<readonly Entry[]> {
  let [portion, rows]: [Entry[], number] = [[], 0];
  for await (const entry of entries) {
    portion.push(entry);
    rows += entry.rows;
    if (portion.length < most.entries && rows < most.rows) continue;
    yield portion;
    [portion, rows] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}
