import { Link } from "react-router";
import type { CardVariantFragment, PlinthProductCardFragment } from "../gql/graphql";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";
import { Picture } from "./picture";
import { Price } from "./price";

const SIZES = "(min-width: 1100px) 290px, (min-width: 700px) 33vw, 50vw";

interface Card {
  readonly node: PlinthProductCardFragment;
  /** The variant that the buyer has filtered for. */
  readonly matchingVariant?: CardVariantFragment | null;
}

/** Products of lists without a filter. */
export const cardsOf = (products: readonly PlinthProductCardFragment[]): readonly Card[] =>
  products.map((node) => ({ node }));

interface CardProps extends Card {
  readonly isFirst?: boolean;
  readonly heading?: "h2" | "h3";
}

export const ProductCard = ({
  node: product,
  matchingVariant: variant,
  isFirst = false,
  heading: Heading = "h3",
}: CardProps) => {
  const texts = useTexts();
  const path = usePath();
  const available = variant?.available ?? product.available;
  const onSale = variant?.onSale ?? product.onSale;
  return (
    <article className="card">
      <div className="card-picture">
        <Picture
          picture={variant?.image ?? product.featuredImage}
          sizes={SIZES}
          isFirst={isFirst}
          alt=""
        />
        {!available ? (
          <span className="badge quiet">{texts.soldOut}</span>
        ) : onSale ? (
          <span className="badge">{texts.sale}</span>
        ) : null}
      </div>
      <Heading>
        <Link to={path(`/products/${product.slug}${optionsOf(variant)}`)} prefetch="none">
          {product.title}
        </Link>
      </Heading>
      <p className="maker">
        {[product.vendor, ...(variant?.optionValues ?? []).map(({ value }) => value)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>
        {variant?.price != null ? (
          <Price price={variant.price} before={variant.compareAtPrice} />
        ) : (
          <PriceRange product={product} />
        )}
      </p>
    </article>
  );
};

const PriceRange = ({ product }: { readonly product: PlinthProductCardFragment }) => {
  const { priceRange: range, compareAtPriceRange: before } = product;
  if (range === null) return null;
  const differs = range.min.amount !== range.max.amount;
  // Of several prices, the lowest and the crossed-out one may be of different variants.
  const crossedOut = differs || before?.min.amount !== before?.max.amount ? null : before?.min;
  return <Price price={range.min} before={crossedOut ?? null} isFrom={differs} />;
};

/** The part of an address that chooses a variant. */
const optionsOf = (variant: CardVariantFragment | null | undefined): string =>
  variant == null || variant.optionValues.length === 0
    ? ""
    : `?${new URLSearchParams(variant.optionValues.map(({ name, value }) => [name, value]))}`;

interface GridProps {
  readonly cards: readonly Card[];
  readonly heading?: "h2" | "h3";
  /** How many are seen at once: their pictures come first. */
  readonly firsts?: number;
}

export const ProductGrid = ({ cards, heading = "h3", firsts = 0 }: GridProps) => (
  <ul className="grid">
    {cards.map((card, at) => (
      <li key={card.node.id}>
        <ProductCard {...card} heading={heading} isFirst={at < firsts} />
      </li>
    ))}
  </ul>
);
