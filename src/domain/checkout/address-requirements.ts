import { addressFormat } from "../shared/addresses/address-format.js";
import { isPostalCodeOf } from "../shared/addresses/postal-code-of.js";
import type { PostalAddress } from "../shared/postal-address.js";
import { codesOf, isUnknownRegion } from "./address-region.js";
import { missingParts } from "./cart-address.js";
import { Requirement } from "./requirement.js";

/**
 * What has to be mended in an address before an order is placed with it. Stored addresses may lack a part that
 * their country needs: carts keep what a buyer has typed so far.
 * @param part of the cart that the address is
 */
export const addressRequirements = (
  address: PostalAddress,
  part: "shippingAddress" | "billingAddress",
): readonly Requirement[] => {
  const { country, region, postalCode } = address;
  const missing = missingParts(address);
  return [
    ...(missing.length > 0
      ? [
          new Requirement(
            "ADDRESS_INCOMPLETE",
            "RECOVERABLE",
            [part],
            `The address lacks: ${missing.join(", ")}.`,
            { missing, fields: missing.map((field) => [part, field]) },
          ),
        ]
      : []),
    ...(region !== null && isUnknownRegion(region, country)
      ? [
          wrongField(
            "REGION_UNKNOWN",
            [part, "region"],
            `"${region}" is no region of ${country}. Use one of ${codesOf(addressFormat(country).subdivisions).join(", ")}.`,
          ),
        ]
      : []),
    ...(postalCode !== null && !isPostalCodeOf(country, postalCode)
      ? [
          wrongField(
            "POSTAL_CODE_INVALID",
            [part, "postalCode"],
            `"${postalCode}" is no postal code of ${country}. Enter one such as ${addressFormat(country).postalCodeExample ?? ""}.`,
          ),
        ]
      : []),
  ];
};

const wrongField = (
  code: "REGION_UNKNOWN" | "POSTAL_CODE_INVALID",
  path: readonly string[],
  message: string,
): Requirement => new Requirement(code, "RECOVERABLE", path, message, { fields: [path] });
