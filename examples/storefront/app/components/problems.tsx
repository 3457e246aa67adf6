import { useEffect, useRef } from "react";
import type { CheckoutCartFragment, PlinthUserErrorFragment } from "../gql/graphql";
import { Link } from "react-router";
import { usePath } from "../shop/region";
import { codeText, useTexts } from "../texts/texts";

interface ProblemsProps {
  readonly refusals: readonly PlinthUserErrorFragment[];
  readonly isOffline: boolean;
  /** The total as it is now. */
  readonly total: string;
  readonly cart: CheckoutCartFragment;
}

const LINE_CODES: ReadonlySet<string> = new Set(["INSUFFICIENT_STOCK", "VARIANT_UNAVAILABLE"]);

/** Says at the top what went wrong, and takes the focus there. */
export const Problems = ({ refusals, isOffline, total, cart }: ProblemsProps) => {
  const texts = useTexts();
  const path = usePath();
  const box = useRef<HTMLDivElement>(null);
  const notes = [
    ...(isOffline ? [texts.trouble.offline.join(" ")] : []),
    ...refusals.map((refusal) => noteOf(refusal)),
    // A cart in which something is sold out cannot be ordered, whoever has not pressed anything.
    ...(refusals.length === 0
      ? cart.requirements
          .filter(({ severity }) => severity === "REQUIRES_BUYER")
          .map(({ code, path: place, available }) =>
            aboutLine(place, codeText(texts, code, available)),
          )
      : []),
  ];
  function noteOf(refusal: PlinthUserErrorFragment): string {
    if (refusal.__typename === "PriceChangedError") return texts.priceNow(refusal.was, total);
    if (refusal.__typename === "InsufficientStockError") {
      const line = cart.lines.find(({ variantId }) => variantId === refusal.variantId);
      const text = codeText(texts, refusal.code, refusal.available);
      return line?.title ? `${line.title}: ${text}` : text;
    }
    return codeText(texts, refusal.code);
  }
  function aboutLine(place: readonly string[], text: string): string {
    const line = place[0] === "lines" ? cart.lines[Number(place[1])] : undefined;
    return line?.title ? `${line.title}: ${text}` : text;
  }
  const unique = [...new Set(notes)];
  const text = unique.join(" ");
  useEffect(() => {
    if (text !== "") box.current?.focus();
  }, [text, refusals]);
  if (unique.length === 0) return null;
  const isAboutLines = [...refusals, ...cart.requirements].some(({ code }) => LINE_CODES.has(code));
  return (
    <div className="problems" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{texts.problems}</strong>
      </p>
      <ul>
        {unique.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {isAboutLines && (
        <p>
          <Link to={path("/cart")}>{texts.changeCart}</Link>
        </p>
      )}
    </div>
  );
};
