import { addressFormat } from "../shared/addresses/address-format.js";
import type { AddressFieldName } from "../shared/addresses/address-labels.js";
import { countryCode } from "../shared/countries.js";
import type { PostalAddress } from "../shared/postal-address.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { addressRegion } from "./address-region.js";

/** An address as it is sent. All but the country may be missing until the order is placed. */
export interface AddressRequest {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly company?: string | null | undefined;
  readonly line1?: string | null | undefined;
  readonly line2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly country: string;
  readonly phone?: string | null | undefined;
}

const NAME = 100;
const LINE = 255;
const CODE = 20;
const PHONE = 40;

/**
 * An address in its stored form. What is missing of its first line and its city is empty. A postal code stays as
 * it is written: those who compare it do so without its spaces and hyphens, in capital letters.
 * @throws Refused with InvalidText, UnknownCountry, InvalidRegion
 */
export const cartAddress = (raw: AddressRequest): PostalAddress => {
  const problems = new Problems();
  const optional = (field: keyof AddressRequest, what: string, max: number): string | null => {
    const value = raw[field];
    if (value == null) return null;
    return problems.collect(() => text(value, { what, max }), field) || null;
  };
  const address = {
    firstName: optional("firstName", "A first name", NAME),
    lastName: optional("lastName", "A last name", NAME),
    company: optional("company", "A company", LINE),
    line1: optional("line1", "A line of an address", LINE) ?? "",
    line2: optional("line2", "A line of an address", LINE),
    city: optional("city", "A city", NAME) ?? "",
    region: problems.collect(() => addressRegion(raw.region ?? null, raw.country)) ?? null,
    postalCode: optional("postalCode", "A postal code", CODE),
    country: problems.collect(() => countryCode(raw.country), "country") ?? raw.country,
    phone: optional("phone", "A phone number", PHONE),
  };
  problems.throwIfAny();
  return address;
};

/**
 * What an order needs of an address and this one does not have, in the order of a form: the required fields of its
 * country, where a first name or a company is as good as a last name.
 */
export const missingParts = (address: PostalAddress): readonly AddressFieldName[] =>
  addressFormat(address.country).fields.flatMap(({ name, isRequired }) =>
    isRequired && (name === "lastName" ? !isNamed(address) : !address[name]) ? [name] : [],
  );

const isNamed = ({ firstName, lastName, company }: PostalAddress): boolean =>
  firstName !== null || lastName !== null || company !== null;
