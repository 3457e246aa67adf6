import { fold } from "../../../domain/shared/text.js";

/** What products are counted by, apart from prices: every option is a group of its own. */
export type LabelKind = "COLLECTION" | "TAG" | "VENDOR" | "PRODUCT_TYPE" | "OPTION";

export interface LabelGroup {
  readonly kind: LabelKind;
  /** Of an option its name without regard to case and accents; empty otherwise. */
  readonly option: string;
}

/** Everything that products share and are narrowed down by: each is given a number, whichever way it is written. */
export class Labels {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #groupNumbers = new Map<string, number>();
  readonly #groups: LabelGroup[] = [];
  /** How often each label, and each option, is written in which way. */
  readonly #spellings: Map<string, number>[] = [];
  readonly #optionSpellings: Map<string, number>[] = [];
  /** The number of the group of each label. */
  readonly groupOf: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  get groups(): readonly LabelGroup[] {
    return this.#groups;
  }

  /** The number of a group, which is given one if it is new. */
  group(kind: LabelKind, option = ""): number {
    const name = `${kind}\u0000${fold(option)}`;
    const known = this.#groupNumbers.get(name);
    if (known !== undefined) return known;
    this.#groupNumbers.set(name, this.#groups.length);
    this.#optionSpellings.push(new Map());
    return this.#groups.push({ kind, option: fold(option) }) - 1;
  }

  findGroup(kind: LabelKind, option = ""): number | undefined {
    return this.#groupNumbers.get(`${kind}\u0000${fold(option)}`);
  }

  /** The number of a label, which is given one if it is new. */
  numberOf(group: number, text: string): number {
    const key = `${group}\u0000${fold(text)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#keys.length);
    this.#spellings.push(new Map());
    this.groupOf.push(group);
    return this.#keys.push(fold(text)) - 1;
  }

  find(group: number, text: string): number | undefined {
    return this.#numbers.get(`${group}\u0000${fold(text)}`);
  }

  /** The form in which all ways to write a label are alike. */
  keyOf(label: number): string {
    return this.#keys[label] ?? "";
  }

  write(label: number, spelling: string, times: 1 | -1): void {
    counted(this.#spellings[label], spelling, times);
  }

  writeOption(group: number, spelling: string, times: 1 | -1): void {
    counted(this.#optionSpellings[group], spelling, times);
  }

  /** Whether any product has it. */
  isWritten(label: number): boolean {
    return (this.#spellings[label]?.size ?? 0) > 0;
  }

  labelOf(label: number): string {
    return mostFrequent(this.#spellings[label]) ?? this.keyOf(label);
  }

  optionNameOf(group: number): string {
    return mostFrequent(this.#optionSpellings[group]) ?? this.#groups[group]?.option ?? "";
  }
}

const counted = (spellings: Map<string, number> | undefined, spelling: string, times: number): void => {
  const count = (spellings?.get(spelling) ?? 0) + times;
  if (count > 0) spellings?.set(spelling, count);
  else spellings?.delete(spelling);
};

/** Of equally frequent ways the first by letters, so that it does not depend on who came first. */
const mostFrequent = (spellings: ReadonlyMap<string, number> = new Map()): string | undefined => {
  if (spellings.size < 2) return spellings.keys().next().value;
  return [...spellings].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]?.[0];
};
