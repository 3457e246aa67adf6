import { beforeEach, describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { codes, send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const [MUG, BOWL, CUP] = [productId(5), productId(2), productId(3)];
const DRAFT = productId(9);
const UNKNOWN = productId(999);

const TYPES = {
  product: "PRODUCT",
  variant: "VARIANT",
  collection: "COLLECTION",
  media: "MEDIA",
  products: "PRODUCT_LIST",
  collections: "COLLECTION_LIST",
  text: "TEXT",
} as const;
type Key = keyof typeof TYPES;

const NAMED = `__typename ... on Node { id } ... on Product { title } ... on Variant { sku }
  ... on Collection { name: title } ... on Media { alt }`;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

describe("what a custom field refers to", () => {
  let { mutate, world }: Editing = {} as Editing;

  beforeEach(async () => {
    ({ mutate, world } = await editing());
    for (const [key, type] of Object.entries(TYPES))
      await mutate("metafieldDefinitionCreate", { definition: { namespace: "see", key, type } });
  });

  const set = (values: Partial<Record<Key, string | readonly string[]>>, id = MUG) =>
    mutate("productMetafieldsSet", {
      id,
      metafields: Object.entries(values).map(([key, value]) => ({
        namespace: "see",
        key,
        value: typeof value === "string" ? value : JSON.stringify(value),
      })),
    });
  const answer = (selection: string, api: "shop" | "admin" = "shop") =>
    send(world, {
      api,
      viewer: api === "shop" ? "guest" : "admin-key",
      query: `{ product(by: { id: "${MUG}" }) { ${selection} } }`,
    });
  const read = async (selection: string, api?: "shop" | "admin") =>
    ((await answer(selection, api)).data as { product: unknown }).product;
  const reference = async (key: Key, api?: "shop" | "admin") =>
    (
      (await read(
        `metafield(namespace: "see", key: "${key}") { reference { ${NAMED} } }`,
        api,
      )) as { metafield: { reference: unknown } }
    ).metafield.reference;
  const references = async (key: Key, args = "", api?: "shop" | "admin"): Promise<Page> =>
    (
      (await read(
        `metafield(namespace: "see", key: "${key}") { references${args} { nodes { ${NAMED} } pageInfo { endCursor hasNextPage } totalCount } }`,
        api,
      )) as { metafield: { references: Page } }
    ).metafield.references;
  const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

  test("is the product, variant, collection or image itself, in both APIs", async () => {
    await set({
      product: BOWL,
      variant: variantId(10),
      collection: collectionId(1),
      media: mediaId(5),
    });

    for (const api of ["shop", "admin"] as const) {
      expect(await reference("product", api)).toEqual({
        __typename: "Product",
        id: BOWL,
        title: "äpfel bowl",
      });
      expect(await reference("variant", api)).toEqual({
        __typename: "Variant",
        id: variantId(10),
        sku: "ART-01",
      });
      expect(await reference("collection", api)).toEqual({
        __typename: "Collection",
        id: collectionId(1),
        name: "Kitchen",
      });
      expect(await reference("media", api)).toEqual({
        __typename: "Media",
        id: mediaId(5),
        alt: "Front",
      });
    }
  });

  test("is null in the shop where it is hidden, and in both where it does not exist", async () => {
    await set({ product: DRAFT, variant: variantId(90), collection: collectionId(3) });

    for (const key of ["product", "variant", "collection"] as const) {
      expect(await reference(key)).toBeNull();
      expect(await reference(key, "admin")).toMatchObject({ id: expect.any(String) as string });
    }

    await set({ product: UNKNOWN });
    expect([await reference("product"), await reference("product", "admin")]).toEqual([null, null]);
  });

  test("is a list in the merchant's order without what is hidden", async () => {
    await set({ products: [CUP, DRAFT, BOWL, UNKNOWN, MUG] });

    const inShop = await references("products");
    expect(idsOf(inShop)).toEqual([CUP, BOWL, MUG]);
    expect(inShop).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(idsOf(await references("products", "", "admin"))).toEqual([CUP, DRAFT, BOWL, MUG]);
  });

  test("is cut into pages that are full although something is hidden", async () => {
    await set({ products: [DRAFT, CUP, UNKNOWN, BOWL, MUG] });

    const first = await references("products", "(first: 2)");
    const second = await references(
      "products",
      `(first: 2, after: "${first.pageInfo.endCursor ?? ""}")`,
    );
    const last = await references("products", "(last: 1)");
    const before = await references(
      "products",
      `(last: 2, before: "${last.pageInfo.endCursor ?? ""}")`,
    );

    expect([idsOf(first), first.pageInfo.hasNextPage]).toEqual([[CUP, BOWL], true]);
    expect([idsOf(second), second.pageInfo.hasNextPage]).toEqual([[MUG], false]);
    expect([idsOf(last), idsOf(before)]).toEqual([[MUG], [CUP, BOWL]]);
  });

  test("is nothing for other types, and for a list in the field of one", async () => {
    await set({ text: BOWL, product: BOWL, products: [BOWL] });

    expect(
      await read("metafields { key reference { __typename } references { nodes { __typename } } }"),
    ).toEqual({
      metafields: [
        { key: "washing", reference: null, references: { nodes: [] } },
        { key: "text", reference: null, references: { nodes: [] } },
        { key: "product", reference: { __typename: "Product" }, references: { nodes: [] } },
        { key: "products", reference: null, references: { nodes: [{ __typename: "Product" }] } },
      ],
    });
  });

  test("has pages of 1 to 100 and cursors of its own", async () => {
    await set({ products: [BOWL] });
    const asked = async (args: string) =>
      codes(
        await answer(
          `metafield(namespace: "see", key: "products") { references(${args}) { nodes { __typename } } }`,
        ),
      );

    expect(await asked("first: 101")).toEqual(["INVALID_PAGE"]);
    expect(await asked('after: "nonsense"')).toEqual(["INVALID_CURSOR"]);
    expect(await asked("first: 100")).toEqual([]);
  });

  test("is read in one call for each kind, however many fields and products a page has", async () => {
    await set({ product: BOWL, collection: collectionId(1), products: [CUP, BOWL] });
    await set({ product: CUP, collection: collectionId(2), products: [MUG, BOWL] }, BOWL);
    world.calls.length = 0;

    const { data } = await send(world, {
      api: "shop",
      viewer: "guest",
      query: `{ products(first: 20) { nodes { metafields {
        reference { ... on Product { title } ... on Collection { title } }
        references(first: 5) { nodes { ... on Product { title } } }
      } } } }`,
    });

    expect(JSON.stringify(data)).toContain("Kitchen");
    const counted = (port: string) => world.calls.filter((call) => call.port === port).length;
    expect(counted("catalogReads.productsById")).toBe(1);
    expect(counted("catalogReads.collectionsById")).toBe(1);
  });

  test("of a list that is longer than its page is read with its fields for the page only", async () => {
    await set({ products: [CUP, BOWL, MUG] });
    world.calls.length = 0;

    await references("products", "(first: 1)");

    const read = world.calls
      .filter(({ port }) => port === "catalogReads.productsById")
      .map(({ arguments: [ids, , fields] }) => [
        (ids as readonly string[]).length,
        (fields as ReadonlySet<string>).has("title"),
      ])
      .filter(([, withTitle]) => withTitle);
    expect(read).toEqual([[1, true]]);
  });

  test("costs a point for each object that it may answer", async () => {
    await set({ product: BOWL, products: [CUP] });
    const cost = async (selection: string) => {
      const { extensions } = await answer(`metafield(namespace: "see", key: "x") { ${selection} }`);
      return (extensions as { cost: { requested: number } }).cost.requested;
    };

    const without = await cost("value");
    expect(await cost("reference { __typename }")).toBe(without + 1);
    expect(await cost("references(first: 30) { nodes { __typename } }")).toBe(without + 30);
  });
});
