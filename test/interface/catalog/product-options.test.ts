import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing, problemsOf } from "../editing.js";

const MUG = productId(5);
const PLAIN = productId(1);
const PRODUCT =
  "product { version options { name values } variants(first: 20) { nodes { optionValues { name value } } } } changes { path }";

interface ProductView {
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: {
    readonly nodes: readonly { readonly optionValues: readonly { readonly value: string }[] }[];
  };
}
const options = (payload: Record<string, unknown>) => (payload["product"] as ProductView).options;
const variants = (payload: Record<string, unknown>) =>
  (payload["product"] as ProductView).variants.nodes.map(({ optionValues }) =>
    optionValues.map(({ value }) => value).join(" / "),
  );

describe("options of a product", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const on = (mutation: string) => async (input: object) =>
    (await mutate(mutation, { id: MUG, ...input }, PRODUCT)).payload;
  const [add, update, remove, reorder] = [
    on("productOptionAdd"),
    on("productOptionUpdate"),
    on("productOptionRemove"),
    on("productOptionsReorder"),
  ];

  test("are added at the end, and the variants get a value", async () => {
    const payload = await add({
      name: "Glaze",
      values: ["matt", "gloss"],
      valueOfExistingVariants: "gloss",
    });

    expect(options(payload)).toEqual([
      { name: "Size", values: ["S", "L"] },
      { name: "Glaze", values: ["matt", "gloss"] },
    ]);
    expect(variants(payload)).toEqual(["S / gloss", "L / gloss"]);
  });

  test("replace the default option, which returns when the last one is removed", async () => {
    const added = await add({ id: PLAIN, name: "Size", values: ["S", "L"] });
    const removed = await remove({ id: PLAIN, name: "Size" });

    expect([options(added), variants(added)]).toEqual([
      [{ name: "Size", values: ["S", "L"] }],
      ["S"],
    ]);
    expect([options(removed), variants(removed)]).toEqual([
      [{ name: "Title", values: ["Default Title"] }],
      ["Default Title"],
    ]);
  });

  test("are not added with invalid names or values", async () => {
    expect(problemsOf(await add({ name: "Size", values: ["x"] }))).toEqual([
      "INVALID_OPTIONS name",
    ]);
    expect(problemsOf(await add({ name: "Glaze", values: [] }))).toEqual([
      "INVALID_OPTIONS values",
    ]);
    expect(problemsOf(await add({ name: "Glaze", values: ["matt", "matt"] }))).toEqual([
      "INVALID_OPTIONS values.1",
    ]);
    expect(problemsOf(await add({ name: "Gl\u202Eaze", values: ["a", "b\u202E"] }))).toEqual([
      "INVALID_TEXT name",
      "INVALID_TEXT values.1",
    ]);
    expect(
      problemsOf(await add({ name: "Glaze", values: ["matt"], valueOfExistingVariants: "gloss" })),
    ).toEqual(["OPTION_VALUE_NOT_FOUND valueOfExistingVariants"]);
    expect(
      problemsOf(
        await add({ name: "Glaze", values: Array.from({ length: 251 }, (_, n) => `v${n}`) }),
      ),
    ).toEqual(["INVALID_INPUT values"]);
    for (const n of [2, 3, 4, 5, 6, 7, 8, 9, 10]) await add({ name: `n${n}`, values: ["x"] });
    expect(problemsOf(await add({ name: "one too many", values: ["x"] }))).toEqual([
      "TOO_MANY name",
    ]);
  });

  test("are renamed with their values, and the variants follow", async () => {
    const payload = await update({
      name: "Size",
      newName: "Fit",
      renameValues: [
        { from: "S", to: "L" },
        { from: "L", to: "S" },
      ],
      addValues: ["XL"],
      orderOfValues: ["S"],
    });

    expect(options(payload)).toEqual([{ name: "Fit", values: ["S", "L", "XL"] }]);
    expect(variants(payload)).toEqual(["L", "S"]);
    expect(options(await update({ name: "Fit", removeValues: ["XL"] }))).toEqual([
      { name: "Fit", values: ["S", "L"] },
    ]);
  });

  test("keep values that variants have, and have each value once", async () => {
    const payload = await update({
      name: "Size",
      renameValues: [{ from: "S", to: "L" }],
      addValues: ["M", "M"],
      removeValues: ["XXL"],
    });
    const used = await update({ name: "Size", removeValues: ["S"] });

    expect(problemsOf(payload)).toEqual([
      "INVALID_OPTIONS renameValues.0.to",
      "INVALID_OPTIONS addValues.0",
      "INVALID_OPTIONS addValues.1",
      "OPTION_VALUE_NOT_FOUND removeValues.0",
    ]);
    expect(used["userErrors"]).toMatchObject([
      {
        __typename: "InUseError",
        code: "OPTION_VALUE_IN_USE",
        uses: 1,
        path: ["input", "removeValues", "0"],
      },
    ]);
    expect(
      problemsOf(
        await update({
          name: "Size",
          addValues: ["x\u202E"],
          renameValues: [{ from: "S", to: "\u202E" }],
          newName: "\u202E",
        }),
      ),
    ).toEqual([
      "INVALID_TEXT newName",
      "INVALID_TEXT renameValues.0.to",
      "INVALID_TEXT addValues.0",
    ]);
    expect(problemsOf(await update({ name: "Material", newName: "x" }))).toEqual([
      "OPTION_NOT_FOUND name",
    ]);
  });

  test("are not removed where variants would become identical", async () => {
    const payload = await remove({ name: "Size" });
    await add({ name: "Glaze", values: ["matt"] });

    expect(problemsOf(payload)).toEqual(["DUPLICATE_VARIANT name"]);
    expect((payload["userErrors"] as { message: string }[])[0]?.message).toContain("Default Title");
    expect(variants(await remove({ name: "Glaze" }))).toEqual(["S", "L"]);
  });

  test("are reordered, and the values of the variants follow", async () => {
    await add({ name: "Glaze", values: ["matt"] });
    const payload = await reorder({ names: ["Glaze"] });

    expect(options(payload).map(({ name }) => name)).toEqual(["Glaze", "Size"]);
    expect(variants(payload)).toEqual(["matt / S", "matt / L"]);
    expect(problemsOf(await reorder({ names: ["Size", "Size", "Fit"] }))).toEqual([
      "GIVEN_TWICE names.1",
      "OPTION_NOT_FOUND names.2",
    ]);
    expect(
      problemsOf(await reorder({ names: Array.from({ length: 251 }, () => "Size") })),
    ).toContain("INVALID_INPUT names");
  });

  test("have swatches, in every list of their values and in every language", async () => {
    await add({
      name: "Glaze",
      values: ["matt", "gloss"],
      valueOfExistingVariants: "gloss",
      swatches: [{ value: "gloss", color: "#1E90FF" }],
    });
    await update({ name: "Glaze", renameValues: [{ from: "gloss", to: "shiny" }] });
    const { data: markets } = await ask("{ markets { id } }");
    await mutate("marketUpdate", {
      id: ((markets?.["markets"] ?? []) as { id: string }[])[0]?.id,
      changes: { locales: ["en", "fr"] },
    });
    await mutate("productTranslationsSet", {
      id: MUG,
      translations: [
        {
          locale: "fr",
          options: [{ name: "Glaze", values: [{ value: "shiny", translation: "brillant" }] }],
        },
      ],
    });
    const { data, errors } = await send(world, {
      api: "shop",
      viewer: "guest",
      locale: "fr",
      query: `query ($id: ID!) {
        product(by: { id: $id }) {
          options { optionValues { name swatch { color } } }
          availableOptionValues { values { value swatch { color } } }
        }
        search(filter: { options: [{ name: "Glaze", values: ["shiny"] }] }) {
          facets { name values { label swatch { color } } }
        }
      }`,
      variables: { id: MUG },
    });

    expect(errors).toEqual([]);
    const color = { color: "#1e90ff" };
    expect(data).toMatchObject({
      product: {
        options: [
          { optionValues: [{ name: "S", swatch: null }, { name: "L" }] },
          { optionValues: [{ name: "matt" }, { name: "brillant", swatch: color }] },
        ],
        availableOptionValues: [
          { values: [{ value: "S", swatch: null }, { value: "L" }] },
          { values: [{ value: "matt" }, { value: "brillant", swatch: color }] },
        ],
      },
      search: {
        facets: expect.arrayContaining([
          { name: "Glaze", values: [{ label: "brillant", swatch: color }] },
        ]),
      },
    });
  });

  test("have no swatches that are no colours, or of values that do not exist", async () => {
    const draft = (color: string, value: string) => ({
      name: "Glaze",
      values: ["matt"],
      swatches: [{ value, color }],
    });
    const created = await mutate(
      "productCreate",
      { product: { title: "Vase", options: [draft("blue", "matt")] } },
      "changes { path }",
    );

    expect(problemsOf(created.payload)).toEqual([
      "INVALID_SWATCH product.options.0.swatches.0.color",
    ]);
    expect(problemsOf(await add(draft("blue", "gloss")))).toEqual([
      "OPTION_VALUE_NOT_FOUND swatches.0.value",
      "INVALID_SWATCH swatches.0.color",
    ]);
    expect(
      problemsOf(await update({ name: "Size", swatches: [{ value: "S", color: "#12345" }] })),
    ).toEqual(["INVALID_SWATCH swatches.0.color"]);
    expect(
      problemsOf(
        await update({
          name: "Size",
          swatches: Array.from({ length: 251 }, () => ({ value: "S", color: "#123456" })),
        }),
      ),
    ).toEqual(["INVALID_INPUT swatches"]);
  });

  test.each([
    ["productOptionAdd", { name: "Cut", values: ["round"] }],
    ["productOptionUpdate", { name: "Size", newName: "Fit" }],
    ["productOptionRemove", { name: "Glaze" }],
    ["productOptionsReorder", { names: ["Glaze"] }],
  ])("%s changes nothing in a dry run, and reports a stale version", async (mutation, input) => {
    await add({ name: "Glaze", values: ["matt"] });
    const dryRun = await on(mutation)({ ...input, dryRun: true });
    const stale = await on(mutation)({ ...input, expectedVersion: 1 });
    const unknown = await on(mutation)({ ...input, id: productId(999) });

    expect(dryRun["userErrors"]).toEqual([]);
    expect(dryRun["changes"]).not.toEqual([]);
    expect(stale["userErrors"]).toMatchObject([
      { __typename: "StaleVersionError", currentVersion: 2, path: ["input", "expectedVersion"] },
    ]);
    expect(problemsOf(unknown)).toEqual(["PRODUCT_NOT_FOUND id"]);
    expect(
      (
        await ask("query ($id: ID!) { product(by: { id: $id }) { version options { name } } }", {
          id: MUG,
        })
      ).data,
    ).toEqual({ product: { version: 2, options: [{ name: "Size" }, { name: "Glaze" }] } });
  });
});
