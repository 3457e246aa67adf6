import { beforeEach, describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, problemsOf, type Editing } from "../editing.js";

/** Carries care.washing, the only custom field of the shelf. */
const MUG = productId(5);
const KITCHEN = collectionId(1);
const FIELDS =
  'metafields { id namespace key value } metafield(namespace: "facts", key: "length") { value }';

describe("the custom fields of variants and collections", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  let variant = "";
  const read = async <Data>(...question: Parameters<Editing["ask"]>): Promise<Data> => {
    const { data } = await ask(...question);
    return data as Data;
  };
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
    await mutate("metafieldDefinitionCreate", {
      definition: {
        namespace: "facts",
        key: "length",
        type: "INTEGER",
        owners: ["COLLECTION", "VARIANT"],
      },
    });
    const { product } = await read<{ product: { variants: { nodes: { id: string }[] } } }>(
      "query ($id: ID!) { product(by: { id: $id }) { variants(first: 1) { nodes { id } } } }",
      { id: MUG },
    );
    variant = product.variants.nodes[0]?.id ?? "";
  });

  const length = (value: string) => ({ namespace: "facts", key: "length", value });
  const setOfVariant = (metafields: readonly object[], variantId_ = variant) =>
    mutate(
      "productVariantMetafieldsSet",
      { id: MUG, variantId: variantId_, metafields },
      "product { version } changes { path before after }",
    );
  const setOfCollection = (metafields: readonly object[]) =>
    mutate(
      "collectionMetafieldsSet",
      { id: KITCHEN, metafields },
      `collection { version ${FIELDS} }`,
    );
  const inShop = async (query: string) =>
    (await send(world, { api: "shop", viewer: "guest", query })).data;
  const definition = async () =>
    (
      await read<{ metafieldDefinition: { id: string; usedBy: number } }>(
        '{ metafieldDefinition(by: { name: { namespace: "facts", key: "length" } }) { id usedBy } }',
      )
    ).metafieldDefinition;
  const usedBy = async () => (await definition()).usedBy;

  test("are set, shown in the shop, counted and removed on a variant", async () => {
    const { payload } = await setOfVariant([length(" 12 ")]);
    const query = `{ node(id: "${variant}") { ... on Variant { ${FIELDS} } } }`;
    const id = `${variant}.facts.length`;

    expect(payload).toMatchObject({ product: { version: 2 }, userErrors: [] });
    expect((payload["changes"] as { path: string }[])[0]?.path).toBe(
      `variants.${variant}.metafields`,
    );
    expect(await inShop(query)).toEqual({
      node: { metafields: [{ id, ...length("12") }], metafield: { value: "12" } },
    });
    expect(await usedBy()).toBe(1);
    expect((await setOfVariant([length("12")])).payload["warnings"]).toMatchObject([
      { code: "NOTHING_CHANGED" },
    ]);

    const removed = await mutate("productVariantMetafieldsRemove", {
      id: MUG,
      variantId: variant,
      metafields: [{ namespace: "facts", key: "length" }],
    });
    expect(removed.payload).toMatchObject({ userErrors: [], warnings: [] });
    expect(await inShop(query)).toEqual({ node: { metafields: [], metafield: null } });
    expect(await usedBy()).toBe(0);
  });

  test("are set, shown in the shop, counted and removed on a collection", async () => {
    const { payload } = await setOfCollection([length("7")]);
    const query = `{ collection(by: { id: "${KITCHEN}" }) { ${FIELDS} } }`;
    const shown = {
      metafields: [{ id: `${KITCHEN}.facts.length`, ...length("7") }],
      metafield: { value: "7" },
    };

    expect(payload).toMatchObject({ collection: { version: 2, ...shown }, userErrors: [] });
    expect(await inShop(query)).toEqual({ collection: shown });
    expect(await usedBy()).toBe(1);

    await mutate("collectionMetafieldsRemove", {
      id: KITCHEN,
      metafields: [{ namespace: "facts", key: "length" }],
    });
    expect(await inShop(query)).toEqual({ collection: { metafields: [], metafield: null } });
    expect(await usedBy()).toBe(0);
  });

  test("are refused with the path of each problem", async () => {
    expect(
      problemsOf((await setOfVariant([length("long"), { ...length("1"), key: "width" }])).payload),
    ).toEqual(["METAFIELD_UNDECLARED metafields.1"]);
    expect(problemsOf((await setOfVariant([length("long")])).payload)).toEqual([
      "INVALID_METAFIELD metafields.0",
    ]);
    expect(
      problemsOf((await setOfVariant([{ namespace: "care", key: "washing", value: "x" }])).payload),
    ).toEqual(["INVALID_METAFIELD metafields.0"]);
    expect(problemsOf((await setOfVariant([length("1")], variantId(999))).payload)).toEqual([
      "VARIANT_NOT_FOUND variantId",
    ]);
    expect(problemsOf((await setOfCollection([length("1"), length("2")])).payload)).toEqual([
      "INVALID_METAFIELD metafields.1",
    ]);
    expect(problemsOf((await setOfCollection([length("x")])).payload)).toEqual([
      "INVALID_METAFIELD metafields.0",
    ]);
    expect(
      problemsOf(
        (await mutate("productMetafieldsSet", { id: MUG, metafields: [length("1")] })).payload,
      ),
    ).toEqual(["INVALID_METAFIELD metafields.0"]);
  });

  test("keep their definition, and its owners, until they are gone with their owner", async () => {
    await setOfCollection([length("7")]);
    const { id } = await definition();
    const narrow = () =>
      mutate("metafieldDefinitionUpdate", { id, changes: { owners: ["VARIANT"] } });

    expect(problemsOf((await narrow()).payload)).toEqual([
      "METAFIELD_DEFINITION_IN_USE changes.owners",
    ]);
    expect(problemsOf((await mutate("metafieldDefinitionDelete", { id })).payload)).toEqual([
      "METAFIELD_DEFINITION_IN_USE id",
    ]);

    await mutate("collectionDelete", { id: KITCHEN });
    expect(problemsOf((await narrow()).payload)).toEqual([]);
    expect(problemsOf((await mutate("metafieldDefinitionDelete", { id })).payload)).toEqual([]);
  });
});
