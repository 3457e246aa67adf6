import type { Buyer } from "../../../domain/pricing/quote/cart-to-price.js";
import { InvalidVatId } from "../../../domain/pricing/quote/errors.js";
import { taxRegion } from "../../../domain/pricing/tax/tax-region.js";
import type { TaxAddress } from "../../../domain/pricing/tax/tax-zone.js";
import { countryCode } from "../../../domain/shared/countries.js";
import type { Problems } from "../../../domain/shared/problems.js";
import { text } from "../../../domain/shared/text.js";
import type { VatIds } from "../ports/vat-ids.js";
import type {
  QuoteAddressRequest,
  QuoteBuyerRequest,
  QuoteExemptionRequest,
} from "./quote-request.js";

/** The buyer of a quote. Problems are collected. */
export const quotedBuyer = (
  { address, exemption, paymentMethod }: QuoteBuyerRequest,
  vatIds: VatIds,
  problems: Problems,
): Buyer => ({
  address: address ? quotedAddress(address, problems) : null,
  exemption: exemption ? quotedExemption(exemption, vatIds, problems) : null,
  paymentMethod: paymentMethod ?? null,
});

/** The reason, with the VAT id. */
const quotedExemption = (
  { reason: raw, vatId }: QuoteExemptionRequest,
  vatIds: VatIds,
  problems: Problems,
): string => {
  const path = ["buyer", "exemption"];
  const reason = problems.collect(
    () => text(raw, { what: "A reason", min: 1, max: 255 }),
    ...path,
    "reason",
  );
  if (vatId == null) return reason ?? "";
  const plain = vatIds.check(vatId);
  if (plain === null) problems.add(new InvalidVatId(vatId, [...path, "vatId"]));
  return `${reason} (${plain})`;
};

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
