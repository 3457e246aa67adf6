import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, send } from "../ask.js";
import type { Operation } from "../corpus.js";
import { type Editing, editing } from "../editing.js";

let shop: Editing;

const ask = (
  query: string,
  variables?: Operation["variables"],
  { api, viewer }: Pick<Operation, "api" | "viewer"> = { api: "shop", viewer: "guest" },
): Promise<Answer> => send(shop.world, { api, viewer, query, ...(variables && { variables }) });

const CREATE = `mutation Create($input: ProductCreateInput!) {
  productCreate(input: $input) { product { id } userErrors { code message } }
}`;
const PUBLISH = `mutation Publish($input: ProductPublishInput!) { productPublish(input: $input) { userErrors { code } } }`;

const MATCHING =
  "edges { matchingVariant { sku available price { amount } optionValues { name value } image { id } } node { title available } }";
const SEARCH = `query Search($filter: SearchFilter) {
  search(filter: $filter) { totalCount ${MATCHING} facets { kind name values { value count } } }
}`;
const PRODUCTS = `query Products($filter: ProductFilter) { products(filter: $filter) { ${MATCHING} } }`;

const variant = (
  size: string,
  colour: string,
  sku: string,
  price: string | null,
  onHand: number,
) => ({
  optionValues: [
    { name: "Size", value: size },
    { name: "Color", value: colour },
  ],
  sku,
  ...(price !== null && { price }),
  tracked: true,
  onHand,
});

const OPTIONS = ["Size", "Color"].map((name) => ({ name, values: [] }));

const create = async (title: string, variants: readonly object[]): Promise<void> => {
  const { data } = await ask(
    CREATE,
    {
      input: {
        product: { title, status: "ACTIVE", vendor: "Dry Goods", options: OPTIONS, variants },
      },
    },
    { api: "admin", viewer: "admin-key" },
  );
  const { product } = (data ?? {})["productCreate"] as {
    readonly product: { readonly id: string };
  };
  await ask(PUBLISH, { input: { id: product.id } }, { api: "admin", viewer: "admin-key" });
};

const fill = async (): Promise<void> => {
  shop = await editing();
  await create("Work shirt", [
    variant("S", "Red", "TS-S-R", "50.00", 5),
    variant("M", "Red", "TS-M-R", "50.00", 0),
    variant("L", "Blue", "TS-L-B", "200.00", 5),
  ]);
  await create("Work jacket", [variant("XL", "Black", "JK-1", "99.00", 5)]);
  await create("Work coat", [
    variant("S", "Grey", "CT-1", null, 5),
    variant("M", "Grey", "CT-2", "75.00", 5),
  ]);
};

const shown = ({ data, errors }: Answer, list: "search" | "products") => {
  expect(errors).toEqual([]);
  const { edges } = (data ?? {})[list] as {
    readonly edges: readonly {
      readonly matchingVariant: { readonly sku: string } | null;
      readonly node: { readonly title: string };
    }[];
  };
  return edges.map(({ node, matchingVariant }) => [node.title, matchingVariant?.sku ?? null]);
};
const VENDOR = { vendors: ["Dry Goods"] };
const option = (name: string, value: string) => ({ name, values: [value] });

describe("a filter with several conditions on variants", () => {
  beforeAll(fill);

  test("finds products with one variant that meets them all, and shows that variant", async () => {
    const found = async (filter: object) =>
      shown(await ask(SEARCH, { filter: { ...VENDOR, ...filter } }), "search");

    expect(await found({ options: [option("Size", "M")], available: true })).toEqual([
      ["Work coat", "CT-2"],
    ]);
    expect(await found({ options: [option("Size", "S"), option("Color", "Blue")] })).toEqual([]);
    expect(await found({ price: { min: "80", max: "150" } })).toEqual([["Work jacket", "JK-1"]]);
    expect(await found({ options: [option("Color", "Blue")] })).toEqual([["Work shirt", "TS-L-B"]]);
    expect(await found({})).toEqual([
      ["Work shirt", null],
      ["Work jacket", null],
      ["Work coat", null],
    ]);
  });

  test.each(["shop", "admin"] as const)(
    "does the same in the list of products of the %s API",
    async (of) => {
      const found = async (filter: object) =>
        shown(
          await ask(
            PRODUCTS,
            { filter: { ...VENDOR, ...filter } },
            { api: of, viewer: of === "shop" ? "guest" : "admin-key" },
          ),
          "products",
        );

      expect(await found({ price: { min: "80", max: "150" } })).toEqual([["Work jacket", "JK-1"]]);
      expect(await found({ price: { max: "60" }, available: true })).toEqual([
        ["Work shirt", "TS-S-R"],
      ]);
      expect(await found({ available: true })).toEqual([
        ["Work shirt", "TS-S-R"],
        ["Work jacket", "JK-1"],
        ["Work coat", "CT-2"],
      ]);
      expect((await found({})).map(([, sku]) => sku)).toEqual([null, null, null]);
    },
  );

  test("a variant without a price is not available, and comes after those that are", async () => {
    const { data } = await ask(
      `{ products(filter: { vendors: ["Dry Goods"], text: "coat" }) { nodes {
        selectedOrFirstAvailableVariant(selectedOptions: []) { sku available }
        variants(first: 5) { nodes { sku available } }
        availableOptionValues(selectedOptions: []) { name values { value available } }
      } } }`,
    );
    expect(data?.["products"]).toEqual({
      nodes: [
        {
          selectedOrFirstAvailableVariant: { sku: "CT-2", available: true },
          variants: {
            nodes: [
              { sku: "CT-1", available: false },
              { sku: "CT-2", available: true },
            ],
          },
          availableOptionValues: [
            {
              name: "Size",
              values: [
                { value: "S", available: false },
                { value: "M", available: true },
              ],
            },
            { name: "Color", values: [{ value: "Grey", available: true }] },
          ],
        },
      ],
    });
  });
});
