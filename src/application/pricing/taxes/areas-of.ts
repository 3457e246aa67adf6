import type { TaxArea } from "../../../domain/pricing/tax/tax-zone.js";

/** A country, or a region or postal codes in it. */
export interface TaxAreaInput {
  readonly country: string;
  readonly region?: string | null | undefined;
  /** All when left out. */
  readonly postalCodes?: readonly string[] | null | undefined;
}

export const areasOf = (inputs: readonly TaxAreaInput[]): readonly TaxArea[] =>
  inputs.map(({ country, region, postalCodes }) => ({
    country,
    region: region ?? null,
    postalCodes: postalCodes ?? [],
  }));
