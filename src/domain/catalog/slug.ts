import { shortened } from "../shared/text.js";
import { InvalidSlug } from "./errors.js";

const MAX = 200;
const WORDS = /^[\p{L}\p{N}\p{M}_]+(?:-[\p{L}\p{N}\p{M}_]+)*$/u;

/**
 * A slug as it is stored: NFC, lower case, words of any script (`ほうれん草`, `crème-brûlée`) joined by
 * hyphens.
 * @throws InvalidSlug
 */
export const slug = (raw: string): string => {
  const value = raw.normalize("NFC").toLowerCase();
  if (value.length > MAX || !WORDS.test(value)) throw new InvalidSlug(raw);
  return value;
};

/**
 * Makes a slug from a title: everything except letters, digits and marks becomes a hyphen. Cut to
 * 200 characters.
 * @throws InvalidSlug when nothing is left
 */
export const slugify = (title: string): string =>
  slug(
    shortened(
      title
        .normalize("NFC")
        .toLowerCase()
        .replaceAll(/['’]/g, "")
        .replaceAll(/[^\p{L}\p{N}\p{M}_]+/gu, "-"),
      MAX,
    ).replaceAll(/^-+|-+$/g, ""),
  );

/** The slug with a number at the end: `mug-2`. A long slug is cut so that the number fits. */
export const numberedSlug = (value: string, number: number): string => {
  const suffix = `-${number}`;
  return `${shortened(value, MAX - suffix.length).replace(/-$/, "")}${suffix}`;
};

/** The slug of a copy: `mug-copy`. */
export const copiedSlug = (value: string): string =>
  `${shortened(value, MAX - COPY.length).replace(/-$/, "")}${COPY}`;

const COPY = "-copy";
