/**
 * Lets many reads run over several steps at the same time. A write waits until they have ended and
 * keeps later reads waiting, so that no read sees half of a write and none has to start again.
 */
export class ReadWriteLock {
  #reads = 0;
  #endReads: () => void = () => undefined;
  /** The write that is waiting or running. */
  #write: Promise<void> | null = null;

  async read<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#write) await this.#write;
    this.#reads += 1;
    try {
      return await work();
    } finally {
      this.#reads -= 1;
      if (this.#reads === 0) this.#endReads();
    }
  }

  /** Callers must not write at the same time. */
  async write(work: () => void): Promise<void> {
    if (this.#reads === 0) return work();
    let done: () => void = () => undefined;
    this.#write = new Promise((resolve) => (done = resolve));
    try {
      await new Promise<void>((resolve) => (this.#endReads = resolve));
      work();
    } finally {
      [this.#write, this.#endReads] = [null, () => undefined];
      done();
    }
  }
}
