const LARGEST_BLOCK = 512;

interface Block {
  readonly keys: string[];
  readonly values: number[];
}

/**
 * Sorted texts with numbers, to find those with a prefix. In blocks, so that adding one moves few
 * others.
 */
export class SortedKeys {
  readonly #blocks: Block[] = [{ keys: [], values: [] }];

  add(key: string, value: number): void {
    const at = this.#blockOf(key);
    const block = this.#blocks[at];
    if (!block) return;
    const index = firstNotBelow(block.keys, key);
    block.keys.splice(index, 0, key);
    block.values.splice(index, 0, value);
    if (block.keys.length <= LARGEST_BLOCK) return;
    const half = LARGEST_BLOCK / 2;
    this.#blocks.splice(at + 1, 0, {
      keys: block.keys.splice(half),
      values: block.values.splice(half),
    });
  }

  /** Removes one pair of a text and a number. */
  remove(key: string, value: number): void {
    for (let at = this.#blockOf(key); at < this.#blocks.length; at += 1) {
      const block = this.#blocks[at];
      if (!block) return;
      for (let index = firstNotBelow(block.keys, key); index < block.keys.length; index += 1) {
        if (block.keys[index] !== key) return;
        if (block.values[index] !== value) continue;
        block.keys.splice(index, 1);
        block.values.splice(index, 1);
        if (block.keys.length === 0 && this.#blocks.length > 1) this.#blocks.splice(at, 1);
        return;
      }
    }
  }

  /** Every text that begins so, in order, until `visit` answers false. */
  forEachFrom(prefix: string, visit: (key: string, value: number) => boolean | void): void {
    for (let at = this.#blockOf(prefix); at < this.#blocks.length; at += 1) {
      const { keys, values } = this.#blocks[at] ?? { keys: [], values: [] };
      for (let index = firstNotBelow(keys, prefix); index < keys.length; index += 1) {
        const key = keys[index] ?? "";
        if (!key.startsWith(prefix) || visit(key, values[index] ?? 0) === false) return;
      }
    }
  }

  /** The first block that may contain the text. */
  #blockOf(key: string): number {
    let [low, high] = [0, this.#blocks.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.#blocks[middle]?.keys.at(-1);
      if (last === undefined || last < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const firstNotBelow = (keys: readonly string[], key: string): number => {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
};
