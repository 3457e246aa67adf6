import { graphql } from "relay-runtime";

export const CollectionPageQuery = graphql`
  query CollectionPageQuery($slug: String!) {
    collection(by: { slug: $slug }) {
      id
      title
      ...CollectionPage_collection
    }
  }
`;

export const CollectionPage_collection = graphql`
  fragment CollectionPage_collection on Collection
  @refetchable(queryName: "CollectionPagePaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    products(first: $count, after: $cursor) @connection(key: "CollectionPage_products") {
      edges {
        node {
          id
          ...ProductCard_product
        }
      }
    }
  }
`;
