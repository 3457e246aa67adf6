import { searchCode, isUnspaced, searchWords } from "./search-words.js";

/** A search, read from the typed text. */
export interface SearchQuery {
  /** At least one, without duplicates. */
  readonly words: readonly string[];
  /** The whole text in the form in which SKUs and barcodes are compared. */
  readonly code: string;
  /** Whether the last word may be incomplete, because it is still being typed. */
  readonly isOpen: boolean;
}

/** In UTF-16 units. Longer than any title that is pasted; longer texts find nothing. */
export const MAX_QUERY_LENGTH = 500;
const MAX_WORDS = 16;

/**
 * Reads the typed text. There are no operators: brackets, quotes and signs only separate words.
 * @returns "everything" for an empty text, "nothing" for a text without words or one that is too
 * long
 */
export const searchQuery = (typed: string | null): SearchQuery | "everything" | "nothing" => {
  if (typed === null || typed.trim() === "") return "everything";
  if (typed.length > MAX_QUERY_LENGTH) return "nothing";
  const words = [...new Set(searchWords(typed).sequence)].slice(0, MAX_WORDS);
  const last = words.at(-1);
  return last === undefined
    ? "nothing"
    : { words, code: searchCode(typed), isOpen: !/\s$/.test(typed) && !isUnspaced(last) };
};
