import { translatedTexts } from "../shared/translated-texts.js";

/** The texts of a delivery option that buyers read. */
export interface OptionTexts {
  readonly name: string;
  /** Empty: none. */
  readonly description: string;
}

/** The texts in another language. Null: not translated. */
export interface OptionTranslation {
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly name: string | null;
  readonly description: string | null;
}

export const { checkedTexts, checkedTranslations, textsIn } = translatedTexts<keyof OptionTexts>({
  name: { what: "The name of a delivery option", min: 1, max: 255 },
  description: { what: "The description", max: 1_000, multiline: true },
});
