import type { CheckoutCartFragment } from "../gql/graphql";
import { codeText, useTexts } from "../texts/texts";

interface DeliveryChoiceProps {
  readonly cart: CheckoutCartFragment;
  readonly requirements: readonly {
    readonly code: string;
    readonly fields: readonly (readonly string[])[];
  }[];
  /** With scripts a choice counts at once. */
  readonly onChoose: (form: HTMLFormElement) => void;
}

export const DeliveryChoice = ({ cart, requirements, onChoose }: DeliveryChoiceProps) => {
  const texts = useTexts();
  if (cart.deliveryGroups.length === 0) return null;
  const problem = requirements.find(({ fields }) =>
    fields.some(([field]) => field === "deliveryOptionId"),
  );
  return (
    <fieldset className="step">
      <legend>{texts.delivery}</legend>
      {cart.shippingAddress === null ? (
        <p>{texts.deliveryFirst}</p>
      ) : (
        cart.deliveryGroups.map(({ key, deliveryOptions, selectedDeliveryOptionId }) => (
          <div key={key}>
            {deliveryOptions.length === 0 && <p>{texts.noDelivery}</p>}
            {deliveryOptions.map(({ option, price }) => (
              <label key={option.id} className="choice">
                <input
                  type="radio"
                  name={`delivery.${key}`}
                  value={option.id}
                  key={String(option.id === selectedDeliveryOptionId)}
                  defaultChecked={option.id === selectedDeliveryOptionId}
                  onChange={({ target }) => {
                    if (target.form !== null) onChoose(target.form);
                  }}
                />
                <span>
                  {option.name}
                  {option.description !== "" && <small>{option.description}</small>}
                </span>
                <span className="price">
                  {price !== null &&
                    (Number(price.minorUnits) === 0 ? texts.free : price.formatted)}
                </span>
              </label>
            ))}
            <noscript>
              <button className="plain" name="intent" value="delivery">
                {texts.chooseDelivery}
              </button>
            </noscript>
          </div>
        ))
      )}
      {problem !== undefined && <p className="problem">{codeText(texts, problem.code)}</p>}
    </fieldset>
  );
};
