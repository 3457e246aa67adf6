import { countryCode } from "../../shared/countries.js";
import { DomainError } from "../../shared/domain-error.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import type { PayableRounding } from "../rounding/payable-rounding.js";
import type { TaxRounding } from "../tax/tax-amounts.js";
import { taxRegion } from "../tax/tax-region.js";
import type { TaxAddress } from "../tax/tax-zone.js";

/** How many payment methods of a market can have a rounding of their own. */
export const MAX_PAYABLE_ROUNDINGS = 20;
/** The largest rounding: a thousand minor units. */
const MAX_INCREMENT = 1_000;

/** The terms of a market that are about taxes and rounding. */
export interface MarketTaxTerms {
  readonly taxRounding: TaxRounding;
  /**
   * Whose taxes count before the address of a buyer is known, and are taken out of prices with tax
   * for buyers who owe none. Null: the first country of the market, without a region.
   */
  readonly domesticAddress: Pick<TaxAddress, "country" | "region"> | null;
  readonly payableRoundings: readonly PayableRounding[];
}

export const DEFAULT_TAX_TERMS: MarketTaxTerms = {
  taxRounding: { per: "LINE", mode: "HALF_UP" },
  domesticAddress: null,
  payableRoundings: [],
};

/** The domestic address of a market; null where none is set and it has no country. */
export const domesticAddressOf = ({
  domesticAddress,
  countries: [country],
}: Pick<MarketTaxTerms, "domesticAddress"> & {
  readonly countries: readonly string[];
}): TaxAddress | null => {
  if (domesticAddress) return { ...domesticAddress, postalCode: null };
  return country === undefined ? null : { country, region: null, postalCode: null };
};

/**
 * The terms in their stored form.
 * @throws Refused with UnknownCountry, InvalidRegion, InvalidText, TooMany, InvalidPayableRounding
 */
export const checkedTaxTerms = ({
  taxRounding: { per, mode },
  domesticAddress,
  payableRoundings,
}: MarketTaxTerms): MarketTaxTerms => {
  const problems = new Problems();
  const address = domesticAddress && {
    country:
      problems.collect(() => countryCode(domesticAddress.country), "domesticAddress", "country") ??
      "",
    region:
      problems.collect(
        () => taxRegion(domesticAddress.region, domesticAddress.country),
        "domesticAddress",
      ) ?? null,
  };
  if (payableRoundings.length > MAX_PAYABLE_ROUNDINGS)
    problems.add(
      new TooMany(
        "payable roundings of a market",
        payableRoundings.length,
        MAX_PAYABLE_ROUNDINGS,
      ).prefixPath(["payableRoundings"]),
    );
  const methods = new Set<string | null>();
  const roundings = payableRoundings.map((raw, index) => {
    const path = ["payableRoundings", String(index)];
    const rounding = problems.collect(() => checkedRounding(raw), ...path) ?? raw;
    if (methods.has(rounding.paymentMethod))
      problems.add(
        new InvalidPayableRounding(
          `${rounding.paymentMethod === null ? "All other payment methods have" : `The payment method ${rounding.paymentMethod} has`} a rounding already.`,
          [...path, "paymentMethod"],
        ),
      );
    methods.add(rounding.paymentMethod);
    return rounding;
  });
  problems.throwIfAny();
  return { taxRounding: { per, mode }, domesticAddress: address, payableRoundings: roundings };
};

const checkedRounding = ({ paymentMethod, increment, mode }: PayableRounding): PayableRounding => {
  const problems = new Problems();
  const method =
    paymentMethod === null
      ? null
      : (problems.collect(
          () => text(paymentMethod, { what: "A payment method", min: 1, max: 64 }),
          "paymentMethod",
        ) ?? paymentMethod);
  if (!Number.isSafeInteger(increment) || increment < 1 || increment > MAX_INCREMENT)
    problems.add(
      new InvalidPayableRounding(
        `The smallest amount that can be paid is from 1 to ${MAX_INCREMENT} minor units of the currency.`,
        ["increment"],
      ),
    );
  problems.throwIfAny();
  return { paymentMethod: method, increment, mode };
};

export class InvalidPayableRounding extends DomainError {
  readonly code = "INVALID_PAYABLE_ROUNDING";
}
