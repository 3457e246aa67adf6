import { DomainError } from "./domain-error.js";

export interface TextRule {
  readonly what: string;
  readonly max: number;
  readonly min?: number;
  readonly multiline?: boolean;
}

// Unicode bidirectional controls reorder the characters around them, so that a name can look like
// another name.
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
// oxlint-disable-next-line no-control-regex -- this pattern has to match them
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Text as it is stored: NFC, trimmed, lengths counted in UTF-16 units.
 * @throws InvalidText on a lone surrogate, a control character, a bidirectional control in one-line
 * text, or a wrong length
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

/** The first `max` UTF-16 units of a text, without half of a surrogate pair at the end. */
export const shortened = (value: string, max: number): string =>
  value.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** One-line text in its stored form, to compare input with stored text. */
export const oneLine = (raw: string): string =>
  raw
    .replaceAll(/[\r\n\t]+/g, " ")
    .normalize("NFC")
    .trim();

/**
 * Text for comparing and sorting, the same on every database: without accents, case and double
 * spaces.
 */
export const fold = (value: string): string =>
  oneSpaced(PRINTABLE_ASCII.test(value) ? value.toLowerCase() : withoutAccents(value));

// Nothing but case and spaces can differ. Most texts of many shops are such, and the full way takes
// several times as long.
const PRINTABLE_ASCII = /^[\u0020-\u007E]*$/;

const oneSpaced = (value: string): string =>
  (DOUBLE_SPACE.test(value) ? value.replaceAll(/\s+/g, " ") : value).trim();

// Any space but a single one.
const DOUBLE_SPACE = /\s\s|[^\S ]/;

const withoutAccents = (value: string): string =>
  value
    .normalize("NFKD")
    // Only accents of Latin, Greek and Cyrillic: in Japanese and Indic scripts a combining mark
    // makes a different letter.
    .replaceAll(/[\u0300-\u036F]+/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFC");

export class InvalidText extends DomainError {
  readonly code = "INVALID_TEXT";

  constructor(
    readonly what: string,
    readonly problem: string,
  ) {
    super(`${what} ${problem}.`);
  }
}
