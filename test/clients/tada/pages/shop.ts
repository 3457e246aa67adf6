import type { introspection } from "./graphql-env.d.ts";
import type { Scalars } from "@plinth/client/shop";
import { initGraphQLTada, readFragment, type ResultOf, type VariablesOf } from "gql.tada";

const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>();

export const MoneyFragment = graphql(`
  fragment Price on Money {
    amount
    currency
    formatted
  }
`);

export const ProductCard = graphql(
  `
    fragment Card on Product {
      id
      title
      createdAt
      priceRange {
        min {
          ...Price
        }
      }
    }
  `,
  [MoneyFragment],
);

export const ProductList = graphql(
  `
    query ProductList($sort: ProductSort, $after: String) {
      products(first: 5, after: $after, sort: $sort) {
        nodes {
          ...Card
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ProductCard],
);

export const asked: VariablesOf<typeof ProductList> = { sort: { key: "PRICE", reverse: true } };

export const titles = ({ products }: ResultOf<typeof ProductList>): readonly string[] =>
  (products?.nodes ?? []).map((masked) => {
    const product = readFragment(ProductCard, masked);
    const price = readFragment(MoneyFragment, product.priceRange?.min);
    const amount: string | undefined = price?.amount;
    return `${product.title} ${amount ?? ""} ${product.createdAt.slice(0, 10)}`;
  });

// @ts-expect-error: there is no such order
export const mistaken: VariablesOf<typeof ProductList> = { sort: { key: "COLOUR" } };
