import { shortened } from "../shared/text.js";
import { InvalidSlug } from "./errors.js";

const MAX_LENGTH = 200;
const HYPHENATED_WORDS = /^[\p{L}\p{N}\p{M}_]+(?:-[\p{L}\p{N}\p{M}_]+)*$/u;

/**
 * A slug as it is stored: NFC, lower case, words of any script (`ほうれん草`, `crème-brûlée`) joined by
 * single hyphens, at most 200 UTF-16 units.
 * @throws InvalidSlug
 */
export const slug = (raw: string): string => {
  const value = raw.normalize("NFC").toLowerCase();
  if (value.length > MAX_LENGTH || !HYPHENATED_WORDS.test(value)) throw new InvalidSlug(raw);
  return value;
};

/**
 * Makes a slug from a title. Apostrophes are removed; everything else except letters, digits, marks
 * and underscores becomes a hyphen. The slug is cut to 200 UTF-16 units.
 * @throws InvalidSlug when the title has no letter, digit, mark or underscore
 */
export const slugify = (title: string): string =>
  slug(
    shortened(
      title
        .normalize("NFC")
        .toLowerCase()
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
  `${shortened(value, MAX_LENGTH - suffix.length).replace(/-$/, "")}${suffix}`;
