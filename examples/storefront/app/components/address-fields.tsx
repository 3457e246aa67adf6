import { useState } from "react";
import { useFetcher } from "react-router";
import type {
  AddressFormFragment,
  CheckoutCartFragment,
  PlinthUserErrorFragment,
} from "../gql/graphql";
import type { loader } from "../routes/address-form";
import { usePath } from "../shop/region";
import { codeText, useTexts } from "../texts/texts";
import { Field } from "./field";

interface Requirement {
  readonly code: string;
  readonly fields: readonly (readonly string[])[];
}

interface AddressFieldsProps {
  readonly cart: CheckoutCartFragment;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** Of the country that the form begins with. Null before one is chosen. */
  readonly form: AddressFormFragment | null;
  /** What was sent and refused, by the names of the fields. */
  readonly sent: Readonly<Record<string, string>> | null;
  readonly refusals: readonly PlinthUserErrorFragment[];
  readonly requirements: readonly Requirement[];
}

/** Who buys and where to, with the fields that addresses of the country have, in its order and words. */
export const AddressFields = ({
  cart,
  countries,
  form: firstForm,
  sent,
  refusals,
  requirements,
}: AddressFieldsProps) => {
  const texts = useTexts();
  const path = usePath();
  const { load, data: chosenForm } = useFetcher<typeof loader>();
  // A field that another country does not have comes back with what was typed.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { buyer, shippingAddress: known } = cart;
  const { fields, regions, postalCodeExample } = chosenForm ?? firstForm ?? BEFORE_A_COUNTRY;
  const country = (chosenForm ?? firstForm)?.country ?? "";

  const problemOf = (name: string): string | null => {
    const refusal = refusals.find(({ path: place }) => place.at(-1) === name);
    if (refusal !== undefined) return codeText(texts, refusal.code);
    const missing = requirements.find(({ fields: paths }) =>
      paths.some((place) => place.at(-1) === name),
    );
    if (missing === undefined) return null;
    const text = codeText(texts, missing.code);
    return missing.code === "POSTAL_CODE_INVALID" && postalCodeExample != null
      ? `${text} ${texts.suchAs(postalCodeExample)}`
      : text;
  };
  const valueOf = (name: Name): string => typed[name] ?? sent?.[name] ?? known?.[name] ?? "";
  return (
    <>
      <fieldset className="step">
        <legend>{texts.contact}</legend>
        <Field
          name="email"
          label={texts.email}
          value={sent?.["email"] ?? buyer.email ?? ""}
          autoComplete="email"
          problem={problemOf("email")}
          isNeeded
        />
      </fieldset>
      <fieldset
        className="step address"
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
            const { name, value } = target;
            setTyped((before) => ({ ...before, [name]: value }));
          }
        }}
      >
        <legend>{texts.address}</legend>
        <Field
          name="country"
          label={texts.country}
          value={firstForm?.country ?? ""}
          autoComplete="shipping country"
          problem={problemOf("country")}
          options={countries}
          onChange={(code) => {
            if (code !== "") void load(`${path("/address-form")}?country=${code}`);
          }}
          isNeeded
        />
        {fields.filter(isKnownField).map(({ name, label, isRequired }) => (
          <Field
            // The regions of another country are another choice.
            key={name === "region" ? `region of ${country}` : name}
            name={name}
            label={texts.addressLabels[label]}
            value={valueOf(name)}
            autoComplete={AUTOCOMPLETE[name]}
            problem={problemOf(name)}
            isNeeded={isRequired}
            isShort={SHORT.has(name)}
            {...(name === "region" && regions.length > 0 ? { options: regions } : {})}
          />
        ))}
      </fieldset>
    </>
  );
};

type ApiField = AddressFormFragment["fields"][number];
type Name = keyof typeof AUTOCOMPLETE;

const AUTOCOMPLETE = {
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

const isKnownField = (field: ApiField): field is ApiField & { readonly name: Name } =>
  Object.hasOwn(AUTOCOMPLETE, field.name);

const SHORT: ReadonlySet<string> = new Set(["firstName", "lastName", "postalCode", "city"]);

/** Something to fill in before a country is chosen; without scripts, for all of the first page. */
const BEFORE_A_COUNTRY: Pick<AddressFormFragment, "fields" | "regions" | "postalCodeExample"> = {
  fields: [
    { name: "firstName", label: "FIRST_NAME", isRequired: false },
    { name: "lastName", label: "LAST_NAME", isRequired: true },
    { name: "company", label: "COMPANY", isRequired: false },
    { name: "line1", label: "LINE1", isRequired: true },
    { name: "line2", label: "LINE2", isRequired: false },
    { name: "postalCode", label: "POSTAL_CODE", isRequired: true },
    { name: "city", label: "CITY", isRequired: true },
    { name: "phone", label: "PHONE", isRequired: false },
  ],
  regions: [],
  postalCodeExample: null,
};
