/** Texts that products share, such as tags: each is given a number, whichever way it is written. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** How often each is written in which way. */
  readonly #spellings: Map<string, number>[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** @param key the form in which all ways to write it are alike */
  numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#keys.length);
    this.#spellings.push(new Map());
    return this.#keys.push(key) - 1;
  }

  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  keyOf(number: number): string {
    return this.#keys[number] ?? "";
  }

  write(number: number, spelling: string): void {
    const spellings = this.#spellings[number];
    spellings?.set(spelling, (spellings.get(spelling) ?? 0) + 1);
  }

  erase(number: number, spelling: string): void {
    const spellings = this.#spellings[number];
    const left = (spellings?.get(spelling) ?? 0) - 1;
    if (left > 0) spellings?.set(spelling, left);
    else spellings?.delete(spelling);
  }

  /** The way in which most write it; of equally frequent ones the first by letters, so that it does not depend on who came first. */
  labelOf(number: number): string {
    const [most] = [...(this.#spellings[number] ?? [])].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
    return most?.[0] ?? this.keyOf(number);
  }
}
