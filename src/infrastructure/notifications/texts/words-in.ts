import { localeChain } from "../../../domain/shared/locale-tag.js";
import { de } from "./de.js";
import { en } from "./en.js";
import type { MailWords } from "./mail-words.js";

/** The languages that there are texts in. A further one is a file like `de.ts` and a line here. */
const WORDS = { en, de } as const satisfies Readonly<Record<string, MailWords>>;

export const MAIL_LANGUAGES = Object.keys(WORDS) as readonly (keyof typeof WORDS)[];

/** The texts in a language: `de` for `de-AT`; English where there are none. */
export const wordsIn = (
  locale: string,
): { readonly language: string; readonly words: MailWords } => {
  const language =
    localeChain(locale)
      .map((one) => MAIL_LANGUAGES.find((known) => known === one))
      .find((one) => one !== undefined) ?? "en";
  return { language, words: WORDS[language] };
};
