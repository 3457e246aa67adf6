import { recordedOperations } from "../../interface/corpus.js";
import type { LargeShop } from "./large-shop.js";

/** One question of a storefront. */
export interface ShopQuery {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly market?: string;
  readonly locale?: string;
}

const CARD =
  "id slug title vendor tags available featuredImage { url alt } priceRange { min { amount currency } max { amount } } variants(first: 5) { nodes { id sku optionValues { name value } price { amount } compareAtPrice { amount } available stock } }";
const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ProductFilter, $sort: ProductSort) {
  products(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) { totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } nodes { ${CARD} } } }`;

const FILTERS: Readonly<Record<string, (shop: LargeShop) => Readonly<Record<string, unknown>>>> = {
  everything: () => ({}),
  "a tag": () => ({ tags: ["gift"] }),
  "a tag that nothing has": () => ({ tags: ["no such tag"] }),
  "a vendor": () => ({ vendors: ["Lisbon oak works"] }),
  "product types": () => ({ productTypes: ["mug", "Lamp"] }),
  "a range of prices": () => ({ price: { min: "50.00", max: "60.00" } }),
  "what can be bought": () => ({ available: true }),
  "what is reduced": () => ({ onSale: true }),
  "words of the title": () => ({ text: "cotton mug" }),
  "the beginning of a SKU": () => ({ text: "gen-49" }),
  "a small collection": ({ collectionIds }) => ({ collection: { id: collectionIds[1] } }),
  "a large collection": ({ collectionIds }) => ({ collection: { id: collectionIds[0] } }),
  "everything at once": ({ collectionIds }) => ({
    collection: { id: collectionIds[0] },
    tags: ["gift"],
    vendors: ["Lisbon oak works", "Oslo wool works"],
    productTypes: ["Mug"],
    price: { min: "1.00" },
    available: true,
    onSale: false,
    text: "mug",
  }),
};
const WALKED = new Set(["everything", "a small collection", "a large collection"]);
const SORTS = ["TITLE", "PRICE", "CREATED", "UPDATED", "MANUAL"].flatMap((key) => [
  { key, reverse: false },
  { key, reverse: true },
]);
const PLACES = [{}, { market: "ch", locale: "de" }] as const;

/** How pages are turned: a cursor far into a list, in both directions, and from the end. */
const TURNS: Readonly<Record<string, (deep: string | null) => Readonly<Record<string, unknown>>>> =
  {
    "the first page": () => ({ first: 20 }),
    "the last page": () => ({ last: 20 }),
    "a page far in": (deep) => ({ first: 20, after: deep }),
    "the page before one far in": (deep) => ({ last: 20, before: deep }),
  };

export type Answer = Readonly<Record<string, unknown>>;
type AskShop = (query: ShopQuery) => Promise<Answer>;

/**
 * Every list of products in every order, filter and direction, in the default market and in another
 * market and language.
 */
export async function* productLists(shop: LargeShop, ask: AskShop): AsyncGenerator<ShopQuery> {
  for (const [what, filter] of Object.entries(FILTERS))
    for (const sort of SORTS)
      for (const place of sort.key === "PRICE" || what === "everything"
        ? PLACES
        : PLACES.slice(0, 1)) {
        // What is filtered is read by its ids, whatever the order.
        if (sort.reverse && !WALKED.has(what)) continue;
        const list = { filter: filter(shop), sort };
        const deep = await cursorFarInto(list, place, ask);
        for (const [page, turn] of Object.entries(TURNS))
          yield {
            name: `products: ${what}, by ${sort.key}${sort.reverse ? " reversed" : ""}${"market" in place ? " in another market" : ""}, ${page}`,
            query: LIST,
            variables: { ...list, ...turn(deep) },
            ...place,
          };
      }
}

/** The first and the last page of everything, in every order. */
export const defaultLists = (): readonly ShopQuery[] =>
  SORTS.flatMap((sort) =>
    [{ first: 20 }, { last: 20 }].map((turn) => ({
      name: `products by ${sort.key}${sort.reverse ? " reversed" : ""}, ${JSON.stringify(turn)}`,
      query: LIST,
      variables: { ...turn, sort },
    })),
  );

const FAR = 3;

/** A cursor after some hundreds of products, or after the last one. */
const cursorFarInto = async (
  list: Readonly<Record<string, unknown>>,
  place: Partial<ShopQuery>,
  ask: AskShop,
): Promise<string | null> => {
  let cursor: string | null = null;
  for (let page = 0; page < FAR; page++) {
    const { products } = (await ask({
      name: "",
      query: TURNING,
      variables: { ...list, after: cursor },
      ...place,
    })) as { products: { pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
    cursor = products.pageInfo.endCursor ?? cursor;
    if (!products.pageInfo.hasNextPage) break;
  }
  return cursor;
};

const TURNING =
  "query ($after: String, $filter: ProductFilter, $sort: ProductSort) { products(first: 100, after: $after, filter: $filter, sort: $sort) { pageInfo { endCursor hasNextPage } } }";

/** All other queries of the pages of a storefront. */
export const otherQueries = ({ productIds, collectionIds }: LargeShop): readonly ShopQuery[] => {
  const lastProducts = productIds.slice(-30);
  const detail = `${CARD} descriptionHtml description seo { title description } options { name values } metafields { namespace key value } media(first: 10) { totalCount nodes { id url alt } } collections(first: 5) { totalCount nodes { title } }
    availableOptionValues(selectedOptions: []) { name values { value available variant { sku price { amount } } } } selectedOrFirstAvailableVariant(selectedOptions: []) { sku price { amount } } all: variants(first: 100) { totalCount nodes { id sku barcode price { amount } stock image { url } } pageInfo { endCursor } }`;
  const queries: readonly Omit<ShopQuery, "market">[] = [
    {
      name: "a product by its id",
      query: `query ($id: ID!) { product(by: { id: $id }) { ${detail} } }`,
      variables: { id: lastProducts[0] },
    },
    {
      name: "a product by its slug",
      query: `query ($slug: String!) { product(by: { slug: $slug }) { ${detail} } }`,
      variables: { slug: "product-4490" },
    },
    {
      name: "a product by a slug that nothing has",
      query:
        '{ product(by: { slug: "nothing" }) { id } collection(by: { slug: "nothing" }) { id } }',
    },
    {
      name: "a node",
      query: `query ($id: ID!) { node(id: $id) { id ... on Product { ${CARD} } } }`,
      variables: { id: lastProducts[1] },
    },
    {
      name: "nodes",
      query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Product { ${CARD} } ... on Collection { title products(first: 3) { nodes { title } } } } }`,
      variables: { ids: [...lastProducts, ...collectionIds.slice(0, 10)] },
    },
    {
      name: "all collections",
      query:
        "{ collections(first: 100) { totalCount nodes { id slug title image { url } breadcrumbs { title } } pageInfo { endCursor } } }",
    },
    {
      name: "collections by the time they were added, from the end",
      query: "{ collections(last: 20, sort: { key: CREATED }) { totalCount nodes { title } } }",
    },
    {
      name: "the tree of collections",
      query:
        "{ collections(filter: { roots: true }, sort: { key: MANUAL }, first: 50) { totalCount nodes { title children(first: 10) { totalCount nodes { title breadcrumbs { title } children(first: 10) { nodes { title } } } } } } }",
    },
    {
      name: "collections, each with its products",
      query: `{ collections(first: 20) { nodes { title products(first: 5) { totalCount pageInfo { endCursor } nodes { ${CARD} } } } } }`,
    },
    {
      name: "the first page of a large collection",
      query: `query ($id: ID!) { collection(by: { id: $id }) { title breadcrumbs { title } products(first: 20) { totalCount nodes { ${CARD} } } } }`,
      variables: { id: collectionIds[0] },
    },
    {
      name: "the last page of a large collection",
      query: `query ($id: ID!) { collection(by: { id: $id }) { products(last: 20) { nodes { ${CARD} } } } }`,
      variables: { id: collectionIds[0] },
    },
    {
      name: "a search with everything",
      query: `query ($query: String) { search(query: $query, first: 20) { totalCount facets { kind name values { value label count } } suggestions { kind query } nodes { ${CARD} } } }`,
      variables: { query: "cotton" },
    },
    {
      name: "a search narrowed down and sorted",
      query: `{ search(query: "mug", first: 20, sort: { key: PRICE }, filter: { tags: ["gift"], available: true, price: { min: "10.00" } }) { totalCount facets { kind values { count } } nodes { ${CARD} } } }`,
    },
    {
      name: "a search for nothing in particular",
      query: `{ search(last: 20, sort: { key: TITLE }) { totalCount nodes { ${CARD} } } }`,
    },
    {
      name: "the shop and its markets",
      query: "{ markets { key name countries currency } shop { currency } errorCodes { code } }",
    },
  ];
  return queries.flatMap((query) =>
    PLACES.map((place) => ({
      ...query,
      ...place,
      ...("market" in place && { name: `${query.name}, in another market` }),
    })),
  );
};

/** The shop queries of the API tests. */
export const recordedQueries = (): readonly ShopQuery[] =>
  recordedOperations()
    .filter(({ api }) => api === "shop")
    .map(({ query, variables, operationName }, index) => ({
      name: `recorded ${index + 1}: ${query.replaceAll(/\s+/g, " ").slice(0, 60)}`,
      query,
      ...(variables && { variables }),
      ...(operationName !== undefined && { operationName }),
    }));
