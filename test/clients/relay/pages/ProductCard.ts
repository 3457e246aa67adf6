import { graphql } from "relay-runtime";

export const ProductCard_product = graphql`
  fragment ProductCard_product on Product {
    id
    slug
    title
    createdAt
    featuredImage {
      url
      alt
    }
    priceRange {
      min {
        amount
        currency
        formatted
      }
    }
  }
`;
