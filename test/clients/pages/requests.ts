import { GraphQLClient } from "graphql-request";
import { AgainDocument, ProductListDocument } from "./gql/graphql.js";

const shop = new GraphQLClient("https://shop.example.com/graphql");

export const cursors = async (): Promise<readonly string[]> => {
  const { products } = await shop.request(ProductListDocument, {
    first: 3,
    sort: { key: "TITLE" },
  });
  return (products?.edges ?? []).map(({ cursor }) => cursor);
};

// @ts-expect-error: a page has a number of items
export const mistakenPage = () => shop.request(ProductListDocument, { first: "three" });

// @ts-expect-error: there is no such order
export const mistakenOrder = () => shop.request(ProductListDocument, { sort: { key: "COLOUR" } });

// @ts-expect-error: a request for one object names it
export const mistakenQuestion = () => shop.request(AgainDocument, {});
