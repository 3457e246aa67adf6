import type { ReactNode } from "react";
import { Link } from "react-router";
import type { OrderSheetFragment } from "../gql/graphql";
import { standingOf } from "../shop/order-standing";
import { usePath } from "../shop/region";
import { useLocale, useTexts } from "../texts/texts";
import { Totals } from "./totals";

interface OrderSheetProps {
  readonly order: OrderSheetFragment;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** An order: how it stands, what the buyer has to do, and what was bought. */
export const OrderSheet = ({ order, children }: OrderSheetProps) => {
  const texts = useTexts();
  const locale = useLocale();
  const path = usePath();
  const standing = standingOf(order);
  const declined = order.payments.at(-1)?.declineCode;
  const [group] = order.deliveryGroups;
  const method = order.paymentMethods.find((offer) => offer.method.key === order.paymentMethod);
  return (
    <>
      <div className="order-head" data-standing={standing}>
        <p className="maker">{texts.orderNumber(order.number)}</p>
        <h1>{texts.orderHeads[standing]}</h1>
        {standing === "FAILED" ? (
          <p>
            {declined == null ? null : `${texts.declineCodes[declined] ?? declined} `}
            {texts.payFailed}
          </p>
        ) : standing === "ACTION" ? (
          <p>{texts.payAction}</p>
        ) : standing === "PENDING" ? (
          <p role="status">{texts.payPending}</p>
        ) : standing === "OFFLINE" ? (
          <p>
            {method?.method.instructions} {texts.payOffline}
          </p>
        ) : (
          <p>{texts.orderStates[standing]}</p>
        )}
        {standing === "CONFIRMED" && <p>{texts.confirmationTo(order.buyer.email)}</p>}
        {order.state === "AWAITING_PAYMENT" && order.reservationEndsAt !== null && (
          <p className="small" suppressHydrationWarning>
            {texts.keptUntil(
              new Date(order.reservationEndsAt).toLocaleString(locale, {
                dateStyle: "long",
                timeStyle: "short",
              }),
            )}
          </p>
        )}
        {children}
      </div>
      <section className="summary" aria-labelledby="ordered">
        <h2 id="ordered">{texts.summary}</h2>
        <ul className="summary-lines plain-lines">
          {order.lines.map((line) => (
            <li key={line.key}>
              <span>
                {line.quantity} × <Link to={path(`/products/${line.slug}`)}>{line.title}</Link>
                <small>{line.options.map(({ value }) => value).join(" · ")}</small>
              </span>
              <span>{line.subtotal.formatted}</span>
            </li>
          ))}
        </ul>
        <Totals totals={order.totals} />
        {group?.address && (
          <address>
            {group.address.formatted.map((row, at) => (
              <span key={at}>{row}</span>
            ))}
          </address>
        )}
        {group?.deliveryOption && (
          <p className="small">
            {texts.delivery}: {group.deliveryOption.name}
          </p>
        )}
        <p className="small">{texts.keepLink}</p>
      </section>
    </>
  );
};
