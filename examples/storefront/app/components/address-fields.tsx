import { useState } from "react";
import type { CheckoutCartFragment, PlinthUserErrorFragment } from "../gql/graphql";
import { addressFormat } from "../shop/address-format";
import { codeText, useTexts } from "../texts/texts";
import { Field } from "./field";

interface Requirement {
  readonly code: string;
  readonly fields: readonly (readonly string[])[];
}

interface AddressFieldsProps {
  readonly cart: CheckoutCartFragment;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly refusals: readonly PlinthUserErrorFragment[];
  readonly requirements: readonly Requirement[];
}

/** Who buys and where to, with the fields that addresses of the country have. */
export const AddressFields = ({ cart, countries, refusals, requirements }: AddressFieldsProps) => {
  const texts = useTexts();
  const { buyer, shippingAddress: known } = cart;
  const start = known?.country ?? (countries.length < 5 ? countries[0]?.code : undefined) ?? "";
  const [country, setCountry] = useState(start);
  const format = addressFormat(country);

  const problemOf = (name: string): string | null => {
    const refusal = refusals.find(({ path }) => path.at(-1) === name);
    if (refusal !== undefined) return codeText(texts, refusal.code);
    const missing = requirements.find(({ fields }) => fields.some((path) => path.at(-1) === name));
    return missing === undefined ? null : codeText(texts, missing.code);
  };
  const field = (name: keyof typeof AUTOCOMPLETE, label: string, isNeeded = false) => (
    <Field
      key={name}
      name={name}
      label={label}
      value={(name === "email" ? buyer.email : known?.[name]) ?? ""}
      autoComplete={AUTOCOMPLETE[name]}
      problem={problemOf(name)}
      isNeeded={isNeeded}
    />
  );
  const city = field("city", texts.city, true);
  const postalCode =
    format.postalCode === null ? null : field("postalCode", texts[format.postalCode]);
  const region =
    format.region === null ? null : format.regions.length === 0 ? (
      field("region", texts[format.region])
    ) : (
      <Field
        name="region"
        label={texts[format.region]}
        value={known?.region ?? ""}
        autoComplete="shipping address-level1"
        problem={problemOf("region")}
        options={format.regions.map((code) => ({ code, name: code }))}
        isNeeded
      />
    );
  return (
    <>
      <fieldset className="step">
        <legend>{texts.contact}</legend>
        {field("email", texts.email, true)}
      </fieldset>
      <fieldset className="step">
        <legend>{texts.address}</legend>
        <Field
          name="country"
          label={texts.country}
          value={country}
          autoComplete="shipping country"
          problem={problemOf("country")}
          options={countries}
          onChange={setCountry}
          isNeeded
        />
        <div className="pair">
          {field("firstName", texts.firstName)}
          {field("lastName", texts.lastName, true)}
        </div>
        {field("company", texts.company)}
        {field("line1", texts.line1, true)}
        {field("line2", texts.line2)}
        <div className="pair">{format.isCityFirst ? [city, postalCode] : [postalCode, city]}</div>
        {region}
        {field("phone", texts.phone)}
      </fieldset>
    </>
  );
};

const AUTOCOMPLETE = {
  email: "email",
  firstName: "shipping given-name",
  lastName: "shipping family-name",
  company: "shipping organization",
  line1: "shipping address-line1",
  line2: "shipping address-line2",
  postalCode: "shipping postal-code",
  city: "shipping address-level2",
  region: "shipping address-level1",
  phone: "shipping tel",
} as const;
