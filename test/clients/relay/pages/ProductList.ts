import { graphql } from "relay-runtime";

export const ProductListQuery = graphql`
  query ProductListQuery($count: Int!, $sort: ProductSort) {
    ...ProductList_query @arguments(count: $count, sort: $sort)
  }
`;

export const ProductList_query = graphql`
  fragment ProductList_query on Query
  @refetchable(queryName: "ProductListPaginationQuery")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 5 }
    cursor: { type: "String" }
    sort: { type: "ProductSort" }
  ) {
    products(first: $count, after: $cursor, sort: $sort) @connection(key: "ProductList_products") {
      edges {
        node {
          id
          ...ProductCard_product
        }
      }
    }
  }
`;
