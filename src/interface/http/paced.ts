/** A body arrives too slowly; the client gets 408. */
export class TooSlow extends Error {
  constructor(readonly limit: "uploadIdleMs" | "uploadBytesPerSecond") {
    super("The body arrives too slowly.");
  }
}

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
      const leftMs = end - performance.now();
      const next =
        idleMs < leftMs
          ? await within(iterator.next(), idleMs, "uploadIdleMs")
          : await within(iterator.next(), leftMs, "uploadBytesPerSecond");
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: it waits for a piece that may never come. Without it nobody could read the rest.
    void iterator.return?.();
  }
};

const within = async <T>(result: Promise<T>, ms: number, limit: TooSlow["limit"]): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TooSlow(limit)), Math.max(ms, 0));
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
};
