import { Link } from "react-router";
import type { ProductPageQuery } from "../gql/graphql";
import { useTexts } from "../texts/texts";

type Product = NonNullable<ProductPageQuery["product"]>;

interface OptionPickerProps {
  readonly options: Product["availableOptionValues"];
  /** The values of the variant that is shown. */
  readonly chosen: readonly { readonly name: string; readonly value: string }[];
  readonly params: URLSearchParams;
}

/** Of products without options the API names one option with this one value. */
const isOnlyOne = (options: Product["availableOptionValues"]): boolean =>
  options.length === 1 && options[0]?.values.length === 1;

/** Each value is a link to the page with it: it works without scripts, and can be shared. */
export const OptionPicker = ({ options, chosen }: OptionPickerProps) => {
  const texts = useTexts();
  if (isOnlyOne(options)) return null;
  return options.map(({ name, values }) => {
    const current = chosen.find((option) => option.name === name)?.value;
    // Pictures help to choose where each value has one of its own.
    const pictures = new Set(values.map(({ variant }) => variant?.image?.id));
    const hasPictures = pictures.size === values.length && !pictures.has(undefined);
    return (
      <fieldset key={name} className="option">
        <legend>
          {name}: <strong>{current}</strong>
        </legend>
        <ul className={hasPictures ? "values with-pictures" : "values"}>
          {values.map(({ value, swatch, exists, available, variant }) => {
            const isChosen = value === current;
            const state = !exists ? "absent" : !available ? "sold-out" : "offered";
            const note = !exists ? texts.notOffered : !available ? texts.soldOut : null;
            return (
              <li key={value}>
                <Link
                  className={`value ${state}`}
                  to={`?${withValue(chosen, name, value)}`}
                  aria-current={isChosen ? "true" : undefined}
                  title={note === null ? value : `${value} – ${note}`}
                  preventScrollReset
                  replace
                >
                  {hasPictures && variant?.image && (
                    <img src={variant.image.url} alt="" width={56} height={56} />
                  )}
                  {!hasPictures && swatch?.color && (
                    <svg className="swatch" viewBox="0 0 2 2" aria-hidden="true">
                      <circle cx="1" cy="1" r="1" fill={swatch.color} />
                    </svg>
                  )}
                  {!hasPictures && swatch?.image && (
                    <img className="swatch" src={swatch.image.url} alt="" width={32} height={32} />
                  )}
                  <span>{value}</span>
                  {note !== null && <span className="hidden"> ({note})</span>}
                </Link>
              </li>
            );
          })}
        </ul>
      </fieldset>
    );
  });
};

const withValue = (
  chosen: OptionPickerProps["chosen"],
  name: string,
  value: string,
): URLSearchParams => {
  const params = new URLSearchParams();
  for (const option of chosen) params.set(option.name, option.value);
  params.set(name, value);
  return params;
};
