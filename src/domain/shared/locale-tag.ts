import { DomainError } from "./domain-error.js";

// Language, script, region, variants. Extensions such as -u-co-phonebk change sorting or numbers,
// not the language of a text.
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/;
const MAX_LENGTH = 35;

/**
 * A language tag (BCP 47) in its canonical form: `DE-at` becomes `de-AT`.
 * @throws InvalidLocaleTag
 */
export const localeTag = (raw: string, path: readonly string[] = ["locale"]): string => {
  const tag = raw.length > MAX_LENGTH ? null : canonical(raw);
  if (tag === null || tag.length > MAX_LENGTH || !LANGUAGE.test(tag))
    throw new InvalidLocaleTag(raw, path);
  return tag;
};

/**
 * The languages to search for a text, best first: `de-AT`, then `de` (RFC 4647, lookup). Empty for
 * an invalid tag.
 */
export const localeChain = (locale: string): readonly string[] => {
  const tag = locale.length > MAX_LENGTH ? null : canonical(locale);
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

export class InvalidLocaleTag extends DomainError {
  readonly code = "INVALID_LOCALE";

  constructor(raw: string, path: readonly string[]) {
    super(
      `"${raw.slice(0, 60)}" is not a language tag: use BCP 47, such as "de" or "de-AT".`,
      path,
    );
  }
}
