import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withFragments as withAdminFragments } from "../../clients/typescript/admin/index.js";
import { withFragments as withShopFragments } from "../../clients/typescript/shop/index.js";
import { documentsOf } from "../docs/doc-graphql.js";
import { readPage } from "../docs/doc-page.js";

export interface UsualDocument {
  readonly name: string;
  readonly api: "shop" | "admin";
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const product = (fields: string): string =>
  `id slug title vendor available onSale featuredImage { id url(width: 640) alt width height } priceRange { min { amount currency formatted } max { amount } } ${fields}`;
const variant =
  "id sku available stock optionValues { name value } price { amount currency formatted } compareAtPrice { formatted } image { url(width: 640) alt }";

/** What shops usually request, each of which a table of the guide lists with its cost. */
export const DOCUMENTED: readonly UsualDocument[] = [
  {
    name: "A product page with 100 variants and 10 collections",
    api: "shop",
    query: `{ product(by: { slug: "mug" }) { ${product(`descriptionHtml variants(first: 100) { nodes { ${variant} } } collections(first: 10) { nodes { title } }`)} } }`,
  },
  {
    name: "20 products for a list",
    api: "shop",
    query: `{ products(first: 20) { nodes { ${product("")} } } }`,
  },
  {
    name: "20 products with their descriptions and 5 variants each",
    api: "shop",
    query: `{ products(first: 20) { nodes { ${product(`descriptionHtml variants(first: 5) { nodes { ${variant} } }`)} } } }`,
  },
  {
    name: "A search with 20 products and all facets",
    api: "shop",
    query: withShopFragments(
      `query ($query: String) { search(query: $query, first: 20) { nodes { ${product("")} } ...PlinthSearchFacets } }`,
    ),
  },
  {
    name: "100 products with 10 variants each",
    api: "shop",
    query: `{ products(first: 100) { nodes { ${product(`descriptionHtml variants(first: 10) { nodes { ${variant} } }`)} } } }`,
  },
  {
    name: "100 products with 100 variants each, their prices and images",
    api: "shop",
    query: `{ products(first: 100) { nodes { ${product(`variants(first: 100) { nodes { ${variant} } }`)} } } }`,
  },
  {
    name: "100 products of the back office with 10 variants, their prices and stock",
    api: "admin",
    query: `{ products(first: 100) { nodes { id title status version updatedAt featuredImage { url(width: 100) } variants(first: 10) { nodes { id sku onHand cost { amount } price { amount } optionValues { name value } } } } pageInfo { hasNextPage endCursor } } }`,
  },
  {
    name: "A change of 250 products at once",
    api: "admin",
    query: withAdminFragments(
      "mutation ($input: ProductsUpdateInput!) { productsUpdate(input: $input) { results { product { id version } userErrors { ...PlinthUserError } } userErrors { ...PlinthUserError } } }",
    ),
    variables: {
      input: {
        items: Array.from({ length: 250 }, (_, n) => ({
          id: `product_01h${String(n).padStart(23, "0")}`,
          changes: { vendor: "Kiln" },
        })),
      },
    },
  },
];

const graphqlFiles = (folder: string): readonly (readonly [name: string, text: string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]);

const withKit = { shop: withShopFragments, admin: withAdminFragments };

const around = (fragment: string): string => {
  const [, name = "", type = ""] = /fragment (\w+) on (\w+)/.exec(fragment) ?? [];
  switch (type) {
    case "Product":
      return `products { nodes { ...${name} } }`;
    case "Collection":
      return `collections { nodes { ...${name} } }`;
    case "Variant":
      return `products { nodes { variants { nodes { ...${name} } } } }`;
    case "Media":
      return `products { nodes { media { nodes { ...${name} } } } }`;
    case "Money":
      return `products { nodes { variants { nodes { price { ...${name} } } } } }`;
    case "FieldChange":
      return `productHistory(productId: "product_x") { nodes { changes { ...${name} } } }`;
    case "ProductSearchConnection":
      return `search(query: "mug") { nodes { id } ...${name} }`;
    default:
      return `products { nodes { id } pageInfo { ...${name} } }`;
  }
};

/** Every fragment of the client kit that lists have, for a list of 20. */
const ofKit = (["shop", "admin"] as const).flatMap((api) =>
  graphqlFiles(`clients/typescript/${api}/fragments`)
    .filter(([, text]) => !/ on (?:UserError|Warning) /.test(text))
    .map(([name, text]): UsualDocument => ({
      name: `${api}: ${name}`,
      api,
      query: withKit[api](
        `query ${text.includes("$") ? "($selectedOptions: [ChosenOption!]! = [])" : ""} { ${around(text)} }`,
      ),
    })),
);

const ofPages = [
  ["shop", "test/clients/storefront"],
  ["admin", "test/clients/back-office"],
  ["shop", "src/interface/playground/shop"],
  ["admin", "src/interface/playground/admin"],
] as const;

const ofDocs = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) =>
    documentsOf(readPage(`docs/${name}`)).flatMap((query): readonly UsualDocument[] =>
      (["shop", "admin"] as const).map((api) => ({ name: `${name} (${api})`, api, query })),
    ),
  );

/** Everything that documentation, examples and tests of clients send. */
export const USUAL_DOCUMENTS: readonly UsualDocument[] = [
  ...DOCUMENTED,
  ...ofKit,
  ...ofPages.flatMap(([api, folder]) =>
    graphqlFiles(folder).map(([name, text]) => ({
      name: `${folder}/${name}`,
      api,
      query: withKit[api](text),
    })),
  ),
  ...ofDocs,
];
