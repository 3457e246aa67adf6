import { DomainError } from "./domain-error.js";

export class InvalidText extends DomainError {
  readonly code = "INVALID_TEXT";

  constructor(
    readonly what: string,
    readonly problem: string,
  ) {
    super(`${what} ${problem}.`);
  }
}

interface TextRule {
  readonly what: string;
  readonly max: number;
  readonly min?: number;
  readonly multiline?: boolean;
}

// Characters that reorder what stands beside them (Unicode bidirectional controls): a name with them can pose as another name.
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
// oxlint-disable-next-line no-control-regex -- finding them is the purpose
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Text as it is stored: NFC, trimmed, lengths counted in UTF-16 units.
 * @throws InvalidText on a lone surrogate, a control character, a bidirectional control in one-line text, or a wrong length
 */
export const text = (raw: string, { what, max, min = 0, multiline = false }: TextRule): string => {
  if (!raw.isWellFormed())
    throw new InvalidText(what, "holds half of a character (a lone surrogate)");
  if (CONTROLS.test(raw)) throw new InvalidText(what, "holds a control character");
  if (!multiline && BIDI_CONTROLS.test(raw))
    throw new InvalidText(what, "holds a character that reverses the writing direction");
  const value = multiline ? raw.normalize("NFC").trim() : oneLine(raw);
  if (value.length < min)
    throw new InvalidText(what, min === 1 ? "is empty" : `is shorter than ${min} characters`);
  if (value.length > max)
    throw new InvalidText(what, `is longer than ${max} characters (it has ${value.length})`);
  return value;
};

/** The first so many units of a text, without half of a character at its end. */
export const shortened = (value: string, max: number): string =>
  value.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** The stored form of one-line text, for finding what is stored by what was entered. */
export const oneLine = (raw: string): string =>
  raw
    .replaceAll(/[\r\n\t]+/g, " ")
    .normalize("NFC")
    .trim();

/** One form for comparing and sorting that does not depend on a database: no accents, no case, no double spaces. */
export const fold = (value: string): string =>
  value
    .normalize("NFKD")
    // Accents of Latin, Greek and Cyrillic only: in Japanese and Indic scripts a combining mark makes another letter.
    .replaceAll(/[\u0300-\u036F]+/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .trim();
