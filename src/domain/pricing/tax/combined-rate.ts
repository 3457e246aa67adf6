/** Rates are counted in parts of a million. */
export const MILLION = 1_000_000;

interface Rate {
  readonly partsPerMillion: number;
  /**
   * Whether it is charged on the net amount and the taxes on it that are not compound, and not on
   * the net amount alone.
   */
  readonly isCompound: boolean;
}

/**
 * What rates that apply together take of the net amount: compound rates take a part of the others
 * too.
 * @returns parts of a million millions, an exact whole number
 */
export const combinedRate = (rates: readonly Rate[]): number => {
  const [simple, compound] = [sumOf(rates, false), sumOf(rates, true)];
  return (simple + compound) * MILLION + compound * simple;
};

const sumOf = (rates: readonly Rate[], isCompound: boolean): number =>
  rates.reduce((sum, rate) => sum + (rate.isCompound === isCompound ? rate.partsPerMillion : 0), 0);
