import { checkedAttributes, type AttributeRequest } from "../../../domain/checkout/attributes.js";
import { cartAddress, type AddressRequest } from "../../../domain/checkout/cart-address.js";
import type { CartBuyer } from "../../../domain/checkout/cart-content.js";
import { CART_LIMITS } from "../../../domain/checkout/cart-limits.js";
import type { CartAddresses, CartPatch } from "../../../domain/checkout/cart.js";
import { CountryNotServed } from "../../../domain/checkout/errors.js";
import { InvalidVatId } from "../../../domain/pricing/pricing.js";
import { emailAddress } from "../../../domain/shared/email-address.js";
import { Problems } from "../../../domain/shared/problems.js";
import { text } from "../../../domain/shared/text.js";
import type { VatIds } from "../../pricing/ports/vat-ids.js";
import type { CartView } from "./cart-view.js";
import { servesCountry } from "./price-cart.js";

/** What a buyer says about a cart. What is left out stays, null clears. */
export interface CartDetails {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly vatId?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly attributes?: readonly AttributeRequest[] | null | undefined;
}

const MAX_PHONE = 40;

/** @throws Refused with InvalidEmail, InvalidVatId, InvalidText, and as `checkedAttributes` does */
export const cartPatch = (details: CartDetails, vatIds: VatIds): CartPatch => {
  const problems = new Problems();
  const checked = <Value>(
    field: keyof CartDetails,
    rule: (raw: string) => Value,
  ): Value | null | undefined => {
    const raw = details[field] as string | null | undefined;
    return raw == null ? raw : (problems.collect(() => rule(raw), field) ?? null);
  };
  const buyer = {
    email: checked("email", emailAddress),
    phone: checked("phone", (raw) => text(raw, { what: "A phone number", max: MAX_PHONE }) || null),
    vatId: checked("vatId", (raw) => {
      const plain = vatIds.check(raw);
      if (plain === null) throw new InvalidVatId(raw, []);
      return plain;
    }),
  };
  const note = checked(
    "note",
    (raw) => text(raw, { what: "A note", max: CART_LIMITS.note, multiline: true }) || null,
  );
  const { attributes } = details;
  const pairs =
    attributes === undefined
      ? undefined
      : problems.collect(() => checkedAttributes(attributes ?? []), "attributes");
  problems.throwIfAny();
  return {
    buyer: withoutUndefined<CartBuyer>(buyer),
    ...(note !== undefined && { note }),
    ...(pairs !== undefined && { attributes: pairs }),
  };
};

export interface AddressesRequest {
  readonly shippingAddress?: AddressRequest | null | undefined;
  readonly billingAddress?: AddressRequest | null | undefined;
}

/** @throws Refused as `cartAddress` does */
export const cartAddresses = (request: AddressesRequest): CartAddresses => {
  const problems = new Problems();
  const checked = (field: keyof AddressesRequest) => {
    const raw = request[field];
    return raw == null ? raw : (problems.collect(() => cartAddress(raw), field) ?? null);
  };
  const addresses = {
    shippingAddress: checked("shippingAddress"),
    billingAddress: checked("billingAddress"),
  };
  problems.throwIfAny();
  return withoutUndefined<CartAddresses>(addresses);
};

/** Refuses an address to which the market does not send. @throws CountryNotServed */
export const checkCountry =
  ({ shippingAddress }: CartAddresses) =>
  ({ market }: CartView): void => {
    if (shippingAddress && !servesCountry(market, shippingAddress.country))
      throw new CountryNotServed(shippingAddress.country, market.countries, [
        "shippingAddress",
        "country",
      ]);
  };

const withoutUndefined = <Fields extends object>(fields: {
  readonly [Name in keyof Fields]?: Fields[Name] | undefined;
}): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
