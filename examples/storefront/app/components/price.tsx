import type { PlinthMoneyFragment } from "../gql/graphql";
import { useTexts } from "../texts/texts";

interface PriceProps {
  readonly price: PlinthMoneyFragment;
  readonly before?: PlinthMoneyFragment | null;
  /** Whether other variants cost more. */
  readonly isFrom?: boolean;
}

/** A price, and the one before it where it is reduced. */
export const Price = ({ price, before, isFrom = false }: PriceProps) => {
  const texts = useTexts();
  const text = isFrom ? texts.from(price.formatted) : price.formatted;
  if (before == null) return <span className="price">{text}</span>;
  return (
    <span className="price reduced">
      <span className="hidden">{texts.now} </span>
      <ins>{text}</ins> <span className="hidden">{texts.was} </span>
      <del>{before.formatted}</del>
    </span>
  );
};
