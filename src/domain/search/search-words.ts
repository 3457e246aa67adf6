import { fold } from "../shared/text.js";

/** The words of a text in the form in which the search compares them. */
export interface SearchWords {
  /**
   * The words in order. Text without spaces between words (Chinese, Japanese, Korean, Thai) as
   * pairs of characters.
   */
  readonly sequence: readonly string[];
  /**
   * Further words that find the text: single characters of text without spaces, `tshirt` for
   * `t-shirt`, `dont` for `don't`.
   */
  readonly extra: readonly string[];
}

export const searchWords = (text: string): SearchWords => {
  const plain = searchForm(text);
  const [sequence, extra]: [string[], string[]] = [[], []];
  if (IS_ASCII.test(plain))
    for (const token of plain.match(ASCII_TOKEN) ?? [])
      sequence.push(token.slice(0, MAX_WORD_LENGTH));
  else
    for (const [token] of plain.matchAll(TOKEN)) {
      if (isUnspaced(token)) addPairs([...token], sequence, extra);
      else sequence.push(token.slice(0, MAX_WORD_LENGTH));
    }
  for (const [compound] of plain.matchAll(COMPOUND))
    extra.push(compound.replaceAll(/[^a-z0-9]/g, "").slice(0, MAX_WORD_LENGTH));
  return { sequence, extra };
};

/** Longer words are cut, in UTF-16 units. */
const MAX_WORD_LENGTH = 40;

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々〆";
const TOKEN = new RegExp(
  `[${UNSPACED}][${UNSPACED}\\p{M}]*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);
// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const IS_ASCII = /^[\u0000-\u007F]*$/;
// The same tokens several times as fast.
const ASCII_TOKEN = /[a-z0-9]+/g;
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
// Only those of the English genitive: in `l’huile` the apostrophe separates two words.
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

/**
 * One form for all spellings of a text: without case and accents, in half width, hiragana as
 * katakana.
 */
export const searchForm = (text: string): string => {
  const folded = fold(text);
  return IS_ASCII.test(folded) && !folded.includes("'") ? folded : oneSpelling(folded);
};

const oneSpelling = (folded: string): string =>
  folded
    .replaceAll(LETTERS, (letter) => SPELT[letter] ?? letter)
    .replaceAll(HIRAGANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(APOSTROPHES, "");

/** A SKU or barcode in the form for comparing: without case, spaces and signs. */
export const searchCode = (code: string): string =>
  searchForm(code).replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Whether a word comes from a text without spaces between words. */
export const isUnspaced = (word: string): boolean => IS_UNSPACED.test(word);

const addPairs = (characters: readonly string[], sequence: string[], extra: string[]): void => {
  const [only] = characters;
  if (characters.length === 1 && only !== undefined) return void sequence.push(only);
  extra.push(...characters);
  for (const [index, character] of characters.slice(0, -1).entries())
    sequence.push(`${character}${characters[index + 1]}`);
};
