import { fold } from "../../shared/text.js";

/** The words of a text as the search compares them: folded, without accents, hiragana as katakana. */
export interface Wording {
  /** The words in their order. Text without spaces between its words (Chinese, Japanese, Korean, Thai) as pairs of neighbours. */
  readonly sequence: readonly string[];
  /** By what the text can be found besides: single characters of such text, `tshirt` for `t-shirt`, `dont` for `don't`. */
  readonly extra: readonly string[];
}

/** A word goes on no longer than this, in units of UTF-16: nobody types more of it. */
const LONGEST_WORD = 40;

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々〆";
const TOKEN = new RegExp(
  `[${UNSPACED}][${UNSPACED}\\p{M}]*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
// Of the English genitive only: in `l’huile` two words meet.
const APOSTROPHES = /(?<=[\p{L}\p{N}])['’ʼ](?=s(?![\p{L}\p{N}]))/gu;
const COMPOUND = /[a-z0-9]+(?:[-–./&+'’ʼ][a-z0-9]+)+/g;
const HIRAGANA = /[\u3041-\u3096]/g;
const LETTERS = /[æœøłđðþı]/g;
const SPELT: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** One form for all ways to write the same: without case and accents, full width and half width alike, hiragana as katakana. */
export const folded = (text: string): string =>
  fold(text)
    .replaceAll(LETTERS, (letter) => SPELT[letter] ?? letter)
    .replaceAll(HIRAGANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(APOSTROPHES, "");

/** What a label is compared by: a SKU or barcode without case, spaces and signs. */
export const foldedCode = (code: string): string => folded(code).replaceAll(/[^\p{L}\p{N}]/gu, "");

export const wording = (text: string): Wording => {
  const plain = folded(text);
  const [sequence, extra]: [string[], string[]] = [[], []];
  for (const [token] of plain.matchAll(TOKEN)) {
    if (isUnspaced(token)) neighbours([...token], sequence, extra);
    else sequence.push(token.slice(0, LONGEST_WORD));
  }
  for (const [compound] of plain.matchAll(COMPOUND))
    extra.push(compound.replaceAll(/[^a-z0-9]/g, "").slice(0, LONGEST_WORD));
  return { sequence, extra };
};

/** Whether a word was cut out of text that has no spaces between its words. */
export const isUnspaced = (word: string): boolean => IS_UNSPACED.test(word);

const neighbours = (characters: readonly string[], sequence: string[], extra: string[]): void => {
  const [only] = characters;
  if (characters.length === 1 && only !== undefined) return void sequence.push(only);
  extra.push(...characters);
  for (const [index, character] of characters.slice(0, -1).entries())
    sequence.push(`${character}${characters[index + 1]}`);
};
