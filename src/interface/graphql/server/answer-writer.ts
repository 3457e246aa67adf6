/**
 * Writes a value as JSON in slices, and counts its bytes meanwhile, so that an answer that is too
 * long never exists as a whole.
 */
export class AnswerWriter {
  readonly #open: Frame[] = [];
  readonly #slices: string[] = [];
  #slice = "";
  #bytes = 0;

  constructor(value: object) {
    this.#write(value);
  }

  /** Bytes of what is written. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The whole text, with another end than its last bracket where one is given. Made in one go: a
   * text of texts would be copied when it is sent, and both would stay in memory until it is read.
   */
  text(end?: string): string {
    if (end === undefined) return this.#slices.join("");
    return [...this.#slices.slice(0, -1), this.lastSlice.slice(0, -1), end].join("");
  }

  /** What was written last. */
  get lastSlice(): string {
    return this.#slices.at(-1) ?? "";
  }

  /** Writes the next part. @returns whether the value is complete */
  writeSlice(): boolean {
    while (this.#open.length > 0 && this.#slice.length < SLICE) this.#step();
    this.#bytes += Buffer.byteLength(this.#slice);
    this.#slices.push(this.#slice);
    this.#slice = "";
    return this.#open.length === 0;
  }

  #step(): void {
    const frame = this.#open.at(-1);
    if (!frame) return;
    const { keys, values } = frame;
    if (frame.next === values.length) {
      this.#open.pop();
      this.#slice += keys ? "}" : "]";
      return;
    }
    const index = frame.next++;
    if (index > 0) this.#slice += ",";
    if (keys) this.#slice += `${JSON.stringify(keys[index])}:`;
    this.#write(values[index]);
  }

  /** What fits into a slice is written in one go, seven times as fast as value by value. */
  #write(value: unknown): void {
    if (typeof value !== "object" || value === null || lengthLeft(value, SLICE) > 0) {
      this.#slice += JSON.stringify(value ?? null);
    } else if (Array.isArray(value)) {
      this.#slice += "[";
      this.#open.push({ keys: null, values: value, next: 0 });
    } else {
      const entries = Object.entries(value).filter(([, one]) => one !== undefined);
      this.#slice += "{";
      this.#open.push({
        keys: entries.map(([key]) => key),
        values: entries.map(([, one]) => one as unknown),
        next: 0,
      });
    }
  }
}

/** What is being written: the values of an object with their keys, or those of an array. */
interface Frame {
  readonly keys: readonly string[] | null;
  readonly values: readonly unknown[];
  next: number;
}

/** In characters; writing as many takes well below a millisecond. */
const SLICE = 64 * 1_024;

/** About how much of a length a value leaves; it is not looked at further when nothing is left. */
const lengthLeft = (value: unknown, length: number): number => {
  if (typeof value === "string") return length - value.length - 3;
  if (typeof value !== "object" || value === null) return length - 6;
  // A Date looks empty, and is as short as a name.
  let left = length - 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left > 0; index += 1)
      left = lengthLeft(value[index], left);
    return left;
  }
  for (const key in value) {
    left = lengthLeft((value as Readonly<Record<string, unknown>>)[key], left - key.length - 4);
    if (left <= 0) break;
  }
  return left;
};
