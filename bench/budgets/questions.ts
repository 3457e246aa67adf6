/** The queries that are measured; storefronts send them all day. */
export const PRODUCT_LIST = `query ProductList($after: String) {
  products(first: 20, after: $after, sort: { key: CREATED }) {
    nodes {
      id slug title available onSale
      featuredImage { url alt }
      priceRange { min { minorUnits currency } max { minorUnits currency } }
      variants(first: 5) { nodes { id sku available price { minorUnits currency } optionValues { name value } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const PRODUCT_PAGE = `query ProductPage($slug: String!) {
  product(by: { slug: $slug }) {
    id slug title descriptionHtml vendor productType tags available onSale
    options { name values }
    seo { title description }
    priceRange { min { minorUnits currency } max { minorUnits currency } }
    media(first: 20) { nodes { id url alt } }
    variants(first: 100) { nodes { id sku available stock price { minorUnits currency } compareAtPrice { minorUnits currency } optionValues { name value } } }
  }
}`;

export const SEARCH = `query Search($query: String!) {
  search(query: $query, first: 20) {
    totalCount
    nodes { id slug title available featuredImage { url alt } priceRange { min { minorUnits currency } max { minorUnits currency } } }
    facets { kind name values { value label count selected minPrice { minorUnits } maxPrice { minorUnits } } priceRange { min { minorUnits currency } max { minorUnits currency } } }
    suggestions { kind query }
    pageInfo { hasNextPage endCursor }
  }
}`;
