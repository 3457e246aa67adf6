import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { codes, send } from "../ask.js";
import { editing, problemsOf, type Editing } from "../editing.js";

const [MUG, BOWL, CUP] = [productId(5), productId(2), productId(3)];

describe("a custom field that is declared for the search", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  const declare = (definition: object) =>
    mutate(
      "metafieldDefinitionCreate",
      { definition: { namespace: "facts", ...definition } },
      "metafieldDefinition { id filterable sortable }",
    );
  const set = (id: string, values: Readonly<Record<string, string>>) =>
    mutate("productMetafieldsSet", {
      id,
      metafields: Object.entries(values).map(([key, value]) => ({
        namespace: "facts",
        key,
        value,
      })),
    });
  const search = (args: string, selection: string, locale?: string) =>
    send(world, {
      api: "shop",
      viewer: "guest",
      query: `{ search(first: 3, ${args}) { ${selection} } }`,
      ...(locale && { locale }),
    });
  const titles = async (args: string) => {
    const { data } = await search(args, "nodes { title }");
    const found = (data ?? {}) as { search: { nodes: { title: string }[] } };
    return found.search.nodes.map(({ title }) => title);
  };
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
    const { data } = await ask("{ markets { id } }");
    await mutate("marketUpdate", {
      id: ((data?.["markets"] ?? []) as { id: string }[])[0]?.id,
      changes: { locales: ["en", "de"] },
    });
    await declare({
      key: "clay",
      type: "CHOICE",
      filterable: true,
      choices: [
        { value: "red", label: "Red clay", translations: [{ locale: "de", label: "Roter Ton" }] },
        { value: "white", label: "White clay" },
      ],
    });
    await declare({ key: "height", type: "DECIMAL", filterable: true, sortable: true });
    await declare({ key: "handmade", type: "BOOLEAN", filterable: true });
    await set(MUG, { clay: "white", height: "9.5", handmade: "true" });
    await set(BOWL, { clay: "red", height: "-4", handmade: "false" });
    await set(CUP, { clay: "red", height: "12" });
  });

  test("says so in its definition, is changed, and refused for types that cannot be", async () => {
    const { payload } = await declare({ key: "year", type: "INTEGER", sortable: true });
    const { id, ...flags } = payload["metafieldDefinition"] as Record<string, unknown>;
    expect(flags).toEqual({ filterable: false, sortable: true });

    const changed = await mutate(
      "metafieldDefinitionUpdate",
      { id, changes: { filterable: true, sortable: null } },
      "metafieldDefinition { filterable sortable }",
    );
    expect(changed.payload["metafieldDefinition"]).toEqual({ filterable: true, sortable: false });

    expect(
      problemsOf(
        (await declare({ key: "data", type: "JSON", filterable: true, sortable: true })).payload,
      ),
    ).toEqual(["INVALID_METAFIELD definition.filterable", "INVALID_METAFIELD definition.sortable"]);
    expect(
      problemsOf(
        (
          await declare({
            key: "tint",
            type: "TEXT",
            owners: ["VARIANT"],
            filterable: true,
            sortable: true,
          })
        ).payload,
      ),
    ).toEqual(["INVALID_METAFIELD definition.sortable"]);
    expect(
      problemsOf(
        (await declare({ key: "fill", type: "TEXT", owners: ["COLLECTION"], filterable: true }))
          .payload,
      ),
    ).toEqual(["INVALID_METAFIELD definition.filterable"]);
  });

  test("is refused when fifty others are", async () => {
    for (let n = 4; n <= 50; n += 1)
      await declare({ key: `field${n}`, type: "TEXT", filterable: true });

    const { payload } = await declare({ key: "another", type: "TEXT", sortable: true });
    expect(problemsOf(payload)).toEqual(["TOO_MANY definition"]);
    expect(payload["userErrors"]).toMatchObject([{ count: 51, limit: 50 }]);
    expect(problemsOf((await declare({ key: "plain", type: "TEXT" })).payload)).toEqual([]);
  });

  test("filters by values and by ranges of numbers", async () => {
    const by = (metafields: string) => titles(`filter: { metafields: [${metafields}] }`);

    expect(await by('{ name: "facts.clay", values: ["red"] }')).toEqual([
      "äpfel bowl",
      "Apfel cup",
    ]);
    expect(await by('{ name: "facts.height", min: "9.5", max: "11" }')).toEqual(["Mug"]);
    expect(await by('{ name: "facts.handmade", values: ["true"] }')).toEqual(["Mug"]);
    expect(
      await by('{ name: "facts.clay", values: ["red"] }, { name: "facts.height", max: "0" }'),
    ).toEqual(["äpfel bowl"]);
    expect(await by('{ name: "facts.clay", values: [] }')).toHaveLength(3);
  });

  test("is a facet with its labels in the language of the request", async () => {
    const facets = async (locale?: string) => {
      const { data } = await search(
        'filter: { metafields: [{ name: "facts.clay", values: ["red"] }] }',
        "facets { kind name label metafieldType numberRange { min max } values { value label count selected from to } }",
        locale,
      );
      const found = (data ?? {}) as { search: { facets: { kind: string; name: string }[] } };
      return found.search.facets.filter(({ kind }) => kind === "METAFIELD");
    };

    const [handmade, clay, height] = await Promise.all(
      ["facts.handmade", "facts.clay", "facts.height"].map(async (name) =>
        (await facets("de")).find((one) => one.name === name),
      ),
    );
    const NO_RANGE = { from: null, to: null };
    expect(clay).toEqual({
      kind: "METAFIELD",
      name: "facts.clay",
      label: "clay",
      metafieldType: "CHOICE",
      numberRange: null,
      values: [
        { value: "red", label: "Roter Ton", count: 2, selected: true, ...NO_RANGE },
        { value: "white", label: "White clay", count: 1, selected: false, ...NO_RANGE },
      ],
    });
    expect(handmade).toMatchObject({
      values: [{ value: "false", label: "Nein", count: 1 }],
    });
    expect(height).toMatchObject({
      metafieldType: "DECIMAL",
      numberRange: { min: "-4", max: "12" },
    });
  });

  test("sorts, and the products without a value come last", async () => {
    expect(await titles('sort: { key: METAFIELD, metafield: "facts.height" }')).toEqual([
      "äpfel bowl",
      "Mug",
      "Apfel cup",
    ]);
  });

  test("is needed: other fields are refused with a code, and what a type does not allow", async () => {
    const refused = async (args: string) => codes(await search(args, "totalCount"));

    await declare({ key: "rank", type: "INTEGER", sortable: true });
    for (const args of [
      'filter: { metafields: [{ name: "facts.rank", min: "1" }] }',
      'filter: { metafields: [{ name: "care.washing", values: ["by hand"] }] }',
      'filter: { metafields: [{ name: "facts.height", values: ["12"] }] }',
      'filter: { metafields: [{ name: "facts.clay", min: "1" }] }',
      'sort: { key: METAFIELD, metafield: "facts.clay" }',
      "sort: { key: METAFIELD }",
    ])
      expect(await refused(args)).toEqual(["METAFIELD_NOT_SEARCHABLE"]);
    const eight = Array.from({ length: 8 }, () => '{ name: "facts.clay", values: ["red"] }');
    expect(await refused(`filter: { metafields: [${eight.join(" ")}] }`)).toEqual([
      "INVALID_ARGUMENT",
    ]);
  });

  test("can be asked for among its definitions", async () => {
    const { data } = await ask(
      '{ metafieldDefinitions(filter: { namespace: "facts" }) { nodes { key filterable sortable } } }',
    );
    expect(data).toMatchObject({
      metafieldDefinitions: {
        nodes: [
          { key: "clay", filterable: true, sortable: false },
          { key: "handmade", filterable: true, sortable: false },
          { key: "height", filterable: true, sortable: true },
        ],
      },
    });
  });
});
