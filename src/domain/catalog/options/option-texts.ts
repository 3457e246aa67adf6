/** The texts of an option in one language. */
export interface OptionTexts {
  /** The stored name of the option, which identifies it. */
  readonly name: string;
  /** Null: the name is not translated. */
  readonly text: string | null;
  readonly values: readonly ValueText[];
}

/** The text of an option value in one language. */
export interface ValueText {
  /** The stored value, which identifies it. */
  readonly value: string;
  readonly text: string;
}
