import type { Buyer } from "../../../domain/pricing/quote/cart-to-price.js";
import { taxRegion } from "../../../domain/pricing/tax/tax-region.js";
import type { TaxAddress } from "../../../domain/pricing/tax/tax-zone.js";
import { countryCode } from "../../../domain/shared/countries.js";
import type { Problems } from "../../../domain/shared/problems.js";
import { text } from "../../../domain/shared/text.js";
import type { QuoteAddressRequest, QuoteBuyerRequest } from "./quote-request.js";

/** The buyer of a quote. Problems are collected. */
export const quotedBuyer = (
  { address, exemption, paymentMethod }: QuoteBuyerRequest,
  problems: Problems,
): Buyer => ({
  address: address ? quotedAddress(address, problems) : null,
  exemption: exemption
    ? (problems.collect(
        () => text(exemption.reason, { what: "A reason", min: 1, max: 255 }),
        "buyer",
        "exemption",
        "reason",
      ) ?? "")
    : null,
  paymentMethod: paymentMethod ?? null,
});

const quotedAddress = (
  { country, region, postalCode }: QuoteAddressRequest,
  problems: Problems,
): TaxAddress => {
  const path = ["buyer", "address"];
  return {
    country: problems.collect(() => countryCode(country), ...path, "country") ?? country,
    region: problems.collect(() => taxRegion(region ?? null, country), ...path) ?? null,
    postalCode:
      postalCode == null
        ? null
        : (problems.collect(
            () => text(postalCode, { what: "A postal code", max: 20 }),
            ...path,
            "postalCode",
          ) ?? null),
  };
};
