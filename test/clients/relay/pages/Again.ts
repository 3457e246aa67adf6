import { graphql } from "relay-runtime";

export const AgainQuery = graphql`
  query AgainQuery($id: ID!) {
    node(id: $id) {
      ...Again_product @alias(as: "product")
    }
  }
`;

export const Again_product = graphql`
  fragment Again_product on Product @refetchable(queryName: "AgainRefetchQuery") {
    title
    available
    variants(first: 3) {
      edges {
        node {
          sku
          stock
        }
      }
    }
  }
`;
