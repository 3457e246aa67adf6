import { fold } from "../../../domain/shared/text.js";
import { Spellings } from "./spellings.js";

/** What products are counted by, apart from prices: every option is a group of its own. */
export type LabelKind = "COLLECTION" | "TAG" | "VENDOR" | "PRODUCT_TYPE" | "OPTION";

export interface LabelGroup {
  readonly kind: LabelKind;
  /** Of an option its name without regard to case and accents; empty otherwise. */
  readonly option: string;
}

export interface Spelling {
  readonly text: string;
  /** Null for the language of the catalogue. */
  readonly locale: string | null;
}

/** Everything that products share and are narrowed down by: each is given a number, whichever way it is written. */
export class Labels {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #groupNumbers = new Map<string, number>();
  readonly #groups: LabelGroup[] = [];
  /** How often each label, and each option, is written in which way. */
  readonly #spellings: Spellings[] = [];
  readonly #optionSpellings: Spellings[] = [];
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
    this.#optionSpellings.push(new Spellings());
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
    this.#spellings.push(new Spellings());
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

  write(label: number, { text, locale }: Spelling, times: 1 | -1): void {
    this.#spellings[label]?.count(text, times, locale);
  }

  writeOption(group: number, { text, locale }: Spelling, times: 1 | -1): void {
    this.#optionSpellings[group]?.count(text, times, locale);
  }

  /** Whether any product has it. */
  isWritten(label: number): boolean {
    return this.#spellings[label]?.isEmpty === false;
  }

  /** @param languages in which it is wanted, the best first; none for the language of the catalogue */
  labelOf(label: number, languages: readonly string[] = []): string {
    return this.#spellings[label]?.mostFrequent(languages) ?? this.keyOf(label);
  }

  optionNameOf(group: number, languages: readonly string[] = []): string {
    return (
      this.#optionSpellings[group]?.mostFrequent(languages) ?? this.#groups[group]?.option ?? ""
    );
  }
}
