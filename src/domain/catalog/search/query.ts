import { foldedCode, isUnspaced, wording } from "./words.js";

/** What somebody looks for, read from what they typed. */
export interface SearchQuery {
  /** At least one; without repetitions. */
  readonly words: readonly string[];
  /** The whole as a SKU or a barcode is compared. */
  readonly code: string;
  /** Whether the last word may still go on, because they are typing. */
  readonly isOpen: boolean;
}

/** Longer than any title that somebody might paste: what goes beyond is no search. */
export const LONGEST_QUERY = 500;
const MOST_WORDS = 16;

/**
 * Reads what somebody typed. There are no operators, and so nothing to get wrong: brackets, quotes and signs only part words.
 * @returns "everything" where nothing was typed, "nothing" where there is nothing to look for in what was typed
 */
export const readQuery = (typed: string | null): SearchQuery | "everything" | "nothing" => {
  if (typed === null || typed.trim() === "") return "everything";
  if (typed.length > LONGEST_QUERY) return "nothing";
  const words = [...new Set(wording(typed).sequence)].slice(0, MOST_WORDS);
  const last = words.at(-1);
  return last === undefined
    ? "nothing"
    : { words, code: foldedCode(typed), isOpen: !/\s$/.test(typed) && !isUnspaced(last) };
};
