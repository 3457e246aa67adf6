import { Link } from "react-router";
import type { PlinthProductCardFragment } from "../gql/graphql";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";
import { Picture } from "./picture";
import { Price } from "./price";

const SIZES = "(min-width: 1100px) 290px, (min-width: 700px) 33vw, 50vw";

interface CardProps {
  readonly product: PlinthProductCardFragment;
  readonly isFirst?: boolean;
  readonly heading?: "h2" | "h3";
}

export const ProductCard = ({ product, isFirst = false, heading: Heading = "h3" }: CardProps) => {
  const texts = useTexts();
  const path = usePath();
  const { priceRange: range, compareAtPriceRange: before, available, onSale } = product;
  const differs = range !== null && range.min.amount !== range.max.amount;
  // Of several prices, the lowest and the crossed-out one may be of different variants.
  const crossedOut = differs || before?.min.amount !== before?.max.amount ? null : before?.min;
  return (
    <article className="card">
      <div className="card-picture">
        <Picture picture={product.featuredImage} sizes={SIZES} isFirst={isFirst} alt="" />
        {!available ? (
          <span className="badge quiet">{texts.soldOut}</span>
        ) : onSale ? (
          <span className="badge">{texts.sale}</span>
        ) : null}
      </div>
      <Heading>
        <Link to={path(`/products/${product.slug}`)} prefetch="none">
          {product.title}
        </Link>
      </Heading>
      <p className="maker">{product.vendor}</p>
      <p>
        {range !== null && <Price price={range.min} before={crossedOut ?? null} isFrom={differs} />}
      </p>
    </article>
  );
};

interface GridProps {
  readonly products: readonly PlinthProductCardFragment[];
  readonly heading?: "h2" | "h3";
  /** How many are seen at once: their pictures come first. */
  readonly firsts?: number;
}

export const ProductGrid = ({ products, heading = "h3", firsts = 0 }: GridProps) => (
  <ul className="grid">
    {products.map((product, at) => (
      <li key={product.id}>
        <ProductCard product={product} heading={heading} isFirst={at < firsts} />
      </li>
    ))}
  </ul>
);
