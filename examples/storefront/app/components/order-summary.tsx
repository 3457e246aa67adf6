import type { CheckoutCartFragment } from "../gql/graphql";
import { useTexts } from "../texts/texts";
import { Picture } from "./picture";
import { Totals } from "./totals";

export const OrderSummary = ({ cart }: { readonly cart: CheckoutCartFragment }) => {
  const texts = useTexts();
  return (
    <aside className="summary">
      <h2>{texts.summary}</h2>
      <ul className="summary-lines">
        {cart.lines.map((line) => (
          <li key={line.id}>
            <Picture
              picture={line.variant?.image ?? line.variant?.product?.featuredImage}
              sizes="56px"
              alt=""
            />
            <span>
              {line.quantity} × {line.title ?? texts.gone}
              <small>{line.options.map(({ value }) => value).join(" · ")}</small>
            </span>
            <span>{line.amounts?.subtotal.formatted}</span>
          </li>
        ))}
      </ul>
      <Totals
        totals={cart.totals}
        taxes={cart.taxes}
        isBeforeDelivery={cart.totalState === "BEFORE_DELIVERY"}
      />
    </aside>
  );
};
