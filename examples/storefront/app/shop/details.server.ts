import type { CheckoutCartFragment, PostalAddressInput } from "../gql/graphql";
import { textOf, textOrNull } from "./form.server";

const FIELDS = [
  "firstName",
  "lastName",
  "company",
  "line1",
  "line2",
  "postalCode",
  "city",
  "region",
  "phone",
] as const;

export interface Details {
  readonly email: string | null;
  /** Null where no country was chosen. */
  readonly shippingAddress: PostalAddressInput | null;
}

/** What a buyer has entered about themselves. */
export const detailsIn = (form: FormData): Details => {
  const country = textOf(form, "country");
  const fields = Object.fromEntries(FIELDS.map((name) => [name, textOrNull(form, name)]));
  return {
    email: textOrNull(form, "email"),
    shippingAddress: country === "" ? null : { country, ...fields },
  };
};

/** All that was typed, to be shown again where it is refused. */
export const sentIn = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(["email", "country", ...FIELDS].map((name) => [name, textOf(form, name)]));

/** Whether a cart has all of it already: then nothing is sent. */
export const isKnown = (
  { buyer, shippingAddress: known }: CheckoutCartFragment,
  { email, shippingAddress }: Details,
): boolean =>
  buyer.email === email &&
  (shippingAddress === null
    ? known === null
    : known !== null &&
      known.country === shippingAddress.country &&
      FIELDS.every((name) => (known[name] || null) === (shippingAddress[name] ?? null)));
