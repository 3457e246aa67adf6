/** Checks VAT ids by their form and checksum, without asking anybody whether they were given out. */
export interface VatIds {
  /**
   * A VAT id in its plain form, with its prefix and without spaces: `de 136 695 976` is
   * `DE136695976`, and EL is Greece, XI Northern Ireland. Null for one that cannot exist.
   */
  check(raw: string): string | null;
}
