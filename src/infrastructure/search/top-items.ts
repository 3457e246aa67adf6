/** The first few of many items, in order. */
export class TopItems<Item> {
  readonly #items: Item[] = [];

  constructor(
    private readonly compare: (a: Item, b: Item) => number,
    private readonly most: number,
  ) {}

  /** The item that a new one must precede; undefined while there is room. */
  get last(): Item | undefined {
    return this.#items.length === this.most ? this.#items.at(-1) : undefined;
  }

  add(item: Item): void {
    const items = this.#items;
    const { last } = this;
    if (last !== undefined && this.compare(item, last) >= 0) return;
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = items[middle];
      if (other !== undefined && this.compare(other, item) <= 0) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, item);
    if (items.length > this.most) items.pop();
  }

  sorted(): readonly Item[] {
    return this.#items;
  }
}
