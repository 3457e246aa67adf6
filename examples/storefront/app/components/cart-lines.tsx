import { Link, useFetcher } from "react-router";
import type { Basket } from "../shop/frame.server";
import { usePath } from "../shop/region";
import { codeText, useTexts } from "../texts/texts";
import { Picture } from "./picture";
import { Price } from "./price";
import type { action } from "../routes/cart";

type Line = Basket["lines"][number];

/** The lines of a cart. What is wrong with a line is said beside it. */
export const CartLines = ({ cart }: { readonly cart: Basket }) => (
  <ul className="lines">
    {cart.lines.map((line, at) => (
      <li key={line.id}>
        <CartLine cart={cart} line={line} at={at} />
      </li>
    ))}
  </ul>
);

interface CartLineProps {
  readonly cart: Basket;
  readonly line: Line;
  readonly at: number;
}

const isAbout = (at: number, path: readonly string[]): boolean =>
  path[0] === "lines" && path[1] === String(at);

const CartLine = ({ cart, line, at }: CartLineProps) => {
  const texts = useTexts();
  const path = usePath();
  const fetcher = useFetcher<typeof action>();
  const title = line.title ?? texts.gone;
  const requirements = cart.requirements.filter(({ path: place }) => isAbout(at, place));
  const warnings = cart.warnings.filter(
    ({ code, path: place }) =>
      isAbout(at, place) && !(code === "SOLD_OUT" && requirements.length > 0),
  );
  const refusals = fetcher.data?.userErrors ?? [];
  const notes = [
    ...requirements.map(({ code, available }) => codeText(texts, code, available)),
    ...warnings.map(({ code }) => codeText(texts, code)),
    ...refusals.map(({ code }) => codeText(texts, code)),
  ];
  const isBusy = fetcher.state !== "idle";
  return (
    <fetcher.Form method="post" action={path("/cart")} className="line" aria-busy={isBusy}>
      <input type="hidden" name="line" value={line.id} />
      <Picture
        picture={line.variant?.image ?? line.variant?.product?.featuredImage}
        sizes="88px"
        alt=""
      />
      <div className="line-text">
        {line.slug === null ? (
          <span className="line-title">{title}</span>
        ) : (
          <Link className="line-title" to={path(`/products/${line.slug}`)}>
            {title}
          </Link>
        )}
        <p className="small">{line.options.map(({ value }) => value).join(" · ")}</p>
        {line.amounts !== null && (
          <p className="small">
            <Price price={line.amounts.unitPrice} before={line.amounts.compareAtPrice} />
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="problem" role="status">
            {note}
          </p>
        ))}
        <div className="line-actions">
          <div className="stepper">
            <button
              name="quantity"
              value={line.quantity - 1}
              disabled={isBusy}
              aria-label={`${texts.less}: ${title}`}
            >
              −
            </button>
            <span aria-label={texts.quantity}>{line.quantity}</span>
            <button
              name="quantity"
              value={line.quantity + 1}
              disabled={isBusy}
              aria-label={`${texts.moreOne}: ${title}`}
            >
              +
            </button>
          </div>
          <button
            className="plain small"
            name="quantity"
            value="0"
            disabled={isBusy}
            aria-label={texts.removeOf(title)}
          >
            {texts.remove}
          </button>
        </div>
      </div>
      <p className="line-sum">{line.amounts?.subtotal.formatted}</p>
    </fetcher.Form>
  );
};
