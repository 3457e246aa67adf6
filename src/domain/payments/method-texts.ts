import { translatedTexts } from "../shared/translated-texts.js";

/** The texts of a payment method that buyers read. */
export interface MethodTexts {
  readonly name: string;
  /** What the buyer has to do, such as where to transfer the money to. Empty: nothing. */
  readonly instructions: string;
}

/** The texts in another language. Null: not translated. */
export interface MethodTranslation {
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly name: string | null;
  readonly instructions: string | null;
}

export const {
  checkedTexts: checkedMethodTexts,
  checkedTranslations: checkedMethodTranslations,
  textsIn: methodTextsIn,
} = translatedTexts<keyof MethodTexts>({
  name: { what: "The name of a payment method", min: 1, max: 255 },
  instructions: { what: "The instructions", max: 2_000, multiline: true },
});
