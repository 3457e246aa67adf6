import { useFragment as unmask, type FragmentType } from "./gql/fragment-masking.js";
import { graphql } from "./gql/index.js";
import {
  PlinthImageFragmentDoc,
  PlinthMoneyFragmentDoc,
  PlinthProductCardFragmentDoc,
  ProductListDocument,
  type ProductListQueryVariables,
  type ProductSort,
} from "./gql/graphql.js";
import type { ResultOf, TypedDocumentNode } from "@graphql-typed-document-node/core";

/** A query in the page itself; the others are in files. */
export const TeaserQuery = graphql(`
  query Teaser($first: Int!) {
    products(first: $first, filter: { available: true }) {
      nodes {
        ...PlinthProductCard
        createdAt
      }
    }
  }
`);

export const card = (masked: FragmentType<typeof PlinthProductCardFragmentDoc>): string => {
  const product = unmask(PlinthProductCardFragmentDoc, masked);
  const image = unmask(PlinthImageFragmentDoc, product.featuredImage);
  const price = unmask(PlinthMoneyFragmentDoc, product.priceRange?.min);
  const amount: string = price?.amount ?? "0";
  const alt: string = image?.alt ?? "";
  return `${product.title} ${alt} ${amount}`;
};

export const teaser = ({ products }: ResultOf<typeof TeaserQuery>): readonly string[] =>
  (products?.nodes ?? []).map((product) => `${product.createdAt.slice(0, 10)} ${card(product)}`);

const cheapest: ProductSort = { key: "PRICE" };
export const asked: ProductListQueryVariables = {
  first: 5,
  sort: cheapest,
  filter: { price: { max: "20.00" } },
};
export const list: TypedDocumentNode<
  ResultOf<typeof ProductListDocument>,
  ProductListQueryVariables
> = ProductListDocument;
