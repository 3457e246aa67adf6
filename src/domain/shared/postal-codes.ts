import { DomainError } from "./domain-error.js";

const PATTERN = /^(?:[A-Z0-9]{1,12}\*?|(\d{1,12})\.\.(\d{1,12}))$/;

/** Postal codes are compared without spaces and dashes, in capital letters; wide digits as of Japan are digits. */
export const plainPostalCode = (raw: string): string =>
  raw
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]+/gu, "");

/**
 * A description of postal codes in its stored form: one code (`SW1A 1AA`), all codes with a
 * beginning (`97*`), or a range of numbers of the same length (`1000..1999`, both included).
 * @throws InvalidPostalCodes
 */
export const postalCodes = (raw: string, path: readonly string[] = []): string => {
  const pattern = plainPostalCode(raw);
  const match = PATTERN.exec(pattern);
  const [, first, last] = match ?? [];
  if (!match || (first && last && (first.length !== last.length || first > last)))
    throw new InvalidPostalCodes(raw, path);
  return pattern;
};

export const matchesPostalCodes = (pattern: string, code: string): boolean =>
  overlapInCodes(pattern, plainPostalCode(code));

/** Whether a postal code exists that both patterns describe. */
export const overlapInCodes = (a: string, b: string): boolean => {
  if (a.endsWith("*") && b.endsWith("*"))
    return a.startsWith(b.slice(0, -1)) || b.startsWith(a.slice(0, -1));
  // A range of numbers holds no code with letters.
  if ((a.includes("..") || b.includes("..")) && /[A-Z]/.test(a + b)) return false;
  const [one, other] = [rangeOf(a, b), rangeOf(b, a)];
  return one !== null && other !== null && one.first <= other.last && other.first <= one.last;
};

interface CodeRange {
  readonly first: string;
  readonly last: string;
}

/** The codes of a pattern that are as long as those of the other one; null when there are none. */
const rangeOf = (pattern: string, other: string): CodeRange | null => {
  const length = (other.includes("..") ? other.slice(0, other.indexOf("..")) : other).length;
  const [first = "", last = first] = pattern.split("..");
  if (!pattern.endsWith("*"))
    return other.endsWith("*") || first.length === length ? { first, last } : null;
  const start = pattern.slice(0, -1);
  // Z is the last of the characters that a code consists of.
  return start.length > length
    ? null
    : { first: start.padEnd(length, "0"), last: start.padEnd(length, "Z") };
};

export class InvalidPostalCodes extends DomainError {
  readonly code = "INVALID_POSTAL_CODES";

  constructor(
    readonly pattern: string,
    path: readonly string[],
  ) {
    super(
      `"${pattern.slice(0, 40)}" does not describe postal codes. Use a code, the start of codes with an asterisk (97*), or a range of two numbers of the same length (1000..1999).`,
      path,
    );
  }
}
