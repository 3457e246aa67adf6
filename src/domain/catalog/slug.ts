import { shortened } from "../shared/text.js";
import { InvalidSlug } from "./errors.js";

const MAX_LENGTH = 200;
const HYPHENATED_WORDS = /^[\p{L}\p{N}\p{M}_]+(?:-[\p{L}\p{N}\p{M}_]+)*$/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** What addresses and people read without doubt: no spaces, no invisible characters, no slash. */
const SAFE = /^[\p{L}\p{N}\p{M}\p{P}\p{S}]+$/u;
const SIGNS = /[\p{P}\p{S}]/gu;
const UNSAFE_ASCII = /[\0-,./:-@[-^`{-\x7F]/;

/**
 * A slug as it is stored: NFC, lower case, at most 200 UTF-16 units. It has letters, digits and
 * marks of any script (`ほうれん草`, `crème-brûlée`), underscores, hyphens inside, and signs beyond
 * ASCII as in the handles of other shops (`tea®`, `cloud–nine`).
 * @throws InvalidSlug
 */
export const slug = (raw: string): string => {
  const value = inLowerCase(raw);
  if (value.length > MAX_LENGTH || !isSafe(value)) throw new InvalidSlug(raw);
  return value;
};

const isSafe = (value: string): boolean =>
  HYPHENATED_WORDS.test(value) ||
  (WORD.test(value) &&
    SAFE.test(value) &&
    !value.startsWith("-") &&
    !value.endsWith("-") &&
    // Signs that stand for others of ASCII too: a wide slash, an ellipsis.
    (value.match(SIGNS) ?? []).every((sign) => !UNSAFE_ASCII.test(sign.normalize("NFKC"))));

/** In lower case without locale; `İ` becomes an ordinary `i`, not one with a second dot. */
export const inLowerCase = (raw: string): string =>
  raw.normalize("NFC").replaceAll("İ", "i").toLowerCase();

/**
 * Makes a slug from a title. Apostrophes are removed; everything else except letters, digits, marks
 * and underscores becomes a hyphen. The slug is cut to 200 UTF-16 units.
 * @throws InvalidSlug when the title has no letter, digit, mark or underscore
 */
export const slugify = (title: string): string =>
  slug(
    shortened(
      inLowerCase(title)
        .replaceAll(/['’]/g, "")
        .replaceAll(/[^\p{L}\p{N}\p{M}_]+/gu, "-"),
      MAX_LENGTH,
    ).replaceAll(/^-+|-+$/g, ""),
  );

/** The slug with a number at the end: `mug-2`. A long slug is cut so that the number fits. */
export const numberedSlug = (value: string, number: number): string =>
  withSuffix(value, `-${number}`);

/** The slug of a copy: `mug-copy`. A long slug is cut so that the suffix fits. */
export const slugOfCopy = (value: string): string => withSuffix(value, "-copy");

const withSuffix = (value: string, suffix: string): string =>
  `${shortened(value, MAX_LENGTH - suffix.length).replace(/-+$/, "")}${suffix}`;
