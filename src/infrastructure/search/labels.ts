import type { SwatchLook } from "../../domain/catalog/catalog.js";
import { fold } from "../../domain/shared/text.js";
import { Spellings } from "./spellings.js";
import { SwatchCounts, type CountedSwatch } from "./swatch-counts.js";
import { ValueOrder } from "./value-order.js";

/** The kinds of labels; every option and every custom field is a group of its own. */
export type LabelKind =
  "COLLECTION" | "TAG" | "VENDOR" | "PRODUCT_TYPE" | "OPTION" | "METAFIELD" | "VARIANT_METAFIELD";

/** The kinds of labels that variants have. */
export const OF_VARIANTS: ReadonlySet<LabelKind> = new Set(["OPTION", "VARIANT_METAFIELD"]);

interface LabelGroup {
  readonly kind: LabelKind;
  /** The folded name of an option or a custom field; empty for other kinds. */
  readonly option: string;
}

export interface Spelling {
  readonly text: string;
  /** Null for the language of the catalogue. */
  readonly locale: string | null;
}

/**
 * The values that products share and can be filtered by. Each has a number; spellings that fold to
 * the same text are one value.
 */
export class Labels {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #groupNumbers = new Map<string, number>();
  readonly #groups: LabelGroup[] = [];
  /** The spellings of each label, and of each option. */
  readonly #spellings: Spellings[] = [];
  readonly #optionSpellings: Spellings[] = [];
  /** The swatches of option values, by label; absent for most. */
  readonly #swatches = new Map<number, SwatchCounts>();
  /** Of the values of each option. */
  readonly #orders: ValueOrder[] = [];
  /** The number of the group, by label. */
  readonly groupOf: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  get groups(): readonly LabelGroup[] {
    return this.#groups;
  }

  /** The number of a group, which is added if it is new. */
  group(kind: LabelKind, option = ""): number {
    const name = `${kind}\u0000${fold(option)}`;
    const number = this.#groupNumbers.get(name);
    if (number !== undefined) return number;
    this.#groupNumbers.set(name, this.#groups.length);
    this.#optionSpellings.push(new Spellings());
    this.#orders.push(new ValueOrder((label) => this.keyOf(label)));
    return this.#groups.push({ kind, option: fold(option) }) - 1;
  }

  findGroup(kind: LabelKind, option = ""): number | undefined {
    return this.#groupNumbers.get(`${kind}\u0000${fold(option)}`);
  }

  /** The number of a label, which is added if it is new. */
  numberOf(group: number, text: string): number {
    const key = `${group}\u0000${fold(text)}`;
    const number = this.#numbers.get(key);
    if (number !== undefined) return number;
    this.#numbers.set(key, this.#keys.length);
    this.#spellings.push(new Spellings());
    this.groupOf.push(group);
    return this.#keys.push(fold(text)) - 1;
  }

  find(group: number, text: string): number | undefined {
    return this.#numbers.get(`${group}\u0000${fold(text)}`);
  }

  /** The folded text of a label. */
  keyOf(label: number): string {
    return this.#keys[label] ?? "";
  }

  countSpelling(label: number, { text, locale }: Spelling, times: 1 | -1): void {
    this.#spellings[label]?.count(text, times, locale);
  }

  countOptionSpelling(group: number, { text, locale }: Spelling, times: 1 | -1): void {
    this.#optionSpellings[group]?.count(text, times, locale);
  }

  /** Adds the values that a product has of an option, in its order, or removes them. */
  countOrder(group: number, values: readonly number[], times: 1 | -1): void {
    this.#orders[group]?.count(values, times);
  }

  /** The position of a value of an option in the order of all products. */
  positionOf(label: number): number {
    return this.#orders[this.groupOf[label] ?? -1]?.positionOf(label) ?? Number.POSITIVE_INFINITY;
  }

  /** Adds the swatch that a product gives an option value, or removes it. */
  countSwatch(swatch: CountedSwatch, slot: number, times: 1 | -1): void {
    const { label } = swatch;
    const counts = this.#swatches.get(label) ?? new SwatchCounts();
    counts.count(swatch, slot, times);
    if (counts.isEmpty) this.#swatches.delete(label);
    else this.#swatches.set(label, counts);
  }

  /** The swatch that most products give an option value. @param isSeen by slot */
  swatchOf(label: number, isSeen: (slot: number) => boolean): SwatchLook | undefined {
    return this.#swatches.get(label)?.mostFrequent(isSeen);
  }

  /** Whether a product has the label. */
  isUsed(label: number): boolean {
    return this.#spellings[label]?.isEmpty === false;
  }

  /** @param languages the best first; none for the language of the catalogue */
  labelOf(label: number, languages: readonly string[] = []): string {
    return this.#spellings[label]?.mostFrequent(languages) ?? this.keyOf(label);
  }

  optionNameOf(group: number, languages: readonly string[] = []): string {
    return (
      this.#optionSpellings[group]?.mostFrequent(languages) ?? this.#groups[group]?.option ?? ""
    );
  }
}
