/**
 * The largest inputs that the API reads, in characters, entries or units; the domain checks the
 * rest.
 */
export const INPUT_LIMITS = {
  id: 64,
  name: 255,
  slug: 200,
  html: 500_000,
  url: 2_048,
  altText: 512,
  /** A barcode, a tax code. */
  code: 64,
  /** The namespace and the key of a custom field. */
  metafieldName: 64,
  /** The longest tag in use has fewer characters (RFC 5646, 4.4.1). */
  localeTag: 35,
  locales: 50,
  entries: 250,
  units: 1_000_000_000,
} as const;
