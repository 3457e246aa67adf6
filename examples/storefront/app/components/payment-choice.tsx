import { useState } from "react";
import type { MethodFragment } from "../gql/graphql";
import { useTexts } from "../texts/texts";
import type { Texts } from "../texts/en";

interface PaymentChoiceProps {
  readonly methods: readonly { readonly isEligible: boolean; readonly method: MethodFragment }[];
  /** Whether everything else is known. */
  readonly isReady: boolean;
}

/**
 * How to pay. A real gateway has a program that turns a card into a token; the sandbox of Plinth has
 * tokens to choose from.
 */
export const PaymentChoice = ({ methods, isReady }: PaymentChoiceProps) => {
  const texts = useTexts();
  const eligible = methods.filter(({ isEligible }) => isEligible);
  const atOnce = eligible.find(({ method }) => method.kind === "GATEWAY");
  const first = (atOnce ?? eligible[0])?.method.key ?? "";
  const [chosen, setChosen] = useState(first);
  return (
    <fieldset className="step">
      <legend>{texts.payment}</legend>
      {!isReady && <p>{texts.paymentFirst}</p>}
      {methods.map(({ method, isEligible }) => (
        <div key={method.id}>
          <label className="choice">
            <input
              type="radio"
              name="method"
              value={method.key}
              defaultChecked={method.key === first}
              disabled={!isEligible}
              onChange={() => setChosen(method.key)}
            />
            <span>
              {method.name}
              <small>{isEligible ? method.instructions : texts.notEligible}</small>
            </span>
          </label>
          {method.gateway === "sandbox" && isEligible && (
            <label className="field test-card" hidden={chosen !== method.key}>
              {texts.testCard}
              <select name="token" disabled={chosen !== method.key}>
                {(Object.keys(texts.testCards) as (keyof Texts["testCards"])[]).map((token) => (
                  <option key={token} value={token}>
                    {texts.testCards[token]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      ))}
    </fieldset>
  );
};
