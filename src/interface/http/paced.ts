/** A body arrives too slowly; the client gets 408. */
export class TooSlow extends Error {}

/**
 * The pieces of a body while it makes progress.
 * @param idleMs how long one piece may take
 * @param totalMs how long all of them may take
 * @throws TooSlow
 */
export const paced = async function* (
  pieces: AsyncIterable<Uint8Array>,
  { idleMs, totalMs }: { readonly idleMs: number; readonly totalMs: number },
): AsyncGenerator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const end = performance.now() + totalMs;
  try {
    for (;;) {
      const next = await within(iterator.next(), Math.min(idleMs, end - performance.now()));
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: it waits for a piece that may never come. Without it nobody could read the rest.
    void iterator.return?.();
  }
};

const within = async <T>(result: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TooSlow("The body arrives too slowly.")), Math.max(ms, 0));
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
};
