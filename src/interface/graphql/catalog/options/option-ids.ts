import { createHash } from "node:crypto";
import type { ChosenOption } from "../../../../domain/catalog/options/chosen-option.js";
import { optionKey, valueKey } from "../../../../domain/catalog/options/option-keys.js";
import type { TranslatedOption } from "../../../../domain/catalog/options/translated-option.js";

/**
 * Ids of an option and its values for caches, the same in every language and after renaming. They are hashes,
 * so that a guest does not learn former names. Worked out only when they are read.
 */
export class OptionIds {
  readonly #stored: TranslatedOption;

  /**
   * @param product its id
   * @param chosen where they are of what a choice makes of the option
   */
  constructor(
    private readonly product: string,
    option: TranslatedOption,
    private readonly chosen?: readonly ChosenOption[],
  ) {
    this.#stored = option.stored ?? option;
  }

  get ofOption(): string {
    return this.#id([optionKey(this.#stored)]);
  }

  /** @param value the stored one */
  ofValue(value: string): string {
    return this.#id([optionKey(this.#stored), valueKey(this.#stored, value)]);
  }

  /** @param index of the value, in the order of the option */
  ofValueAt(index: number): string {
    return this.ofValue(this.#stored.values[index] ?? "");
  }

  #id(keys: readonly string[]): string {
    const choice = this.chosen?.map(({ name, value }) => [name, value]);
    const text = JSON.stringify(choice ? [keys, choice] : keys);
    const hash = createHash("sha256").update(text).digest("base64url").slice(0, HASH_LENGTH);
    return `${this.product}.${hash}`;
  }
}

/** 96 bits. */
const HASH_LENGTH = 16;
