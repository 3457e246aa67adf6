import { DomainError } from "./domain-error.js";

/** A tag that names no language. */
export class InvalidLocaleTag extends DomainError {
  readonly code = "INVALID_LOCALE";

  constructor(raw: string, path: readonly string[]) {
    super(
      `"${raw.slice(0, 60)}" is not the tag of a language: write it as in BCP 47, such as "de" or "de-AT".`,
      path,
    );
  }
}

// Language, script, region, variants. Extensions such as -u-co-phonebk say how to sort or to count, not in which language a text is.
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/;
const LONGEST = 35;

/** The tag of a language (BCP 47) in its one canonical form: `DE-at` is `de-AT`. @throws InvalidLocaleTag */
export const localeTag = (raw: string, path: readonly string[] = ["locale"]): string => {
  const tag = raw.length > LONGEST ? null : canonical(raw);
  if (tag === null || tag.length > LONGEST || !LANGUAGE.test(tag))
    throw new InvalidLocaleTag(raw, path);
  return tag;
};

/** Where a text in a language is looked for, one after the other: `de-AT`, then `de` (RFC 4647, look-up). Empty for what is no tag. */
export const localeChain = (wanted: string): readonly string[] => {
  const tag = wanted.length > LONGEST ? null : canonical(wanted);
  if (tag === null || !LANGUAGE.test(tag)) return [];
  const parts = tag.split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
};

const canonical = (raw: string): string | null => {
  try {
    return Intl.getCanonicalLocales(raw)[0] ?? null;
  } catch {
    return null;
  }
};
