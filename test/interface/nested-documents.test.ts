import { beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "./world.js";
import { send } from "./ask.js";

const LEVELS = 10_000;
const inside = (open: string, close: string, levels: number, middle = ""): string =>
  open.repeat(levels) + middle + close.repeat(levels);

describe("brackets inside one another", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  const answer = (
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    api: "shop" | "admin" = "shop",
  ) => send(world, { api, viewer: api === "shop" ? "guest" : "admin-key", query, variables });
  const nodes = (ids: string): string => `{ nodes(ids: ${ids}) { id } }`;

  test.each([
    ["lists in an argument", nodes(inside("[", "]", LEVELS))],
    ["1,990 lists, which are not too many tokens", nodes("[".repeat(1_990))],
    ["101 levels with the selection", nodes(inside("[", "]", 100))],
    [
      "objects in an argument",
      `{ products(filter: ${inside("{a:", "}", LEVELS, "1")}) { nodes { id } } }`,
    ],
    ["lists that hide behind texts", nodes(`["${"]".repeat(200)}", ${inside("[", "]", LEVELS)}]`)],
    ["lists that hide behind comments", `#${"}".repeat(200)}\n${nodes(inside("[", "]", LEVELS))}`],
    [
      "lists in a default",
      `query($ids: [ID!]! = ${inside("[", "]", LEVELS)}) { nodes(ids: $ids) { id } }`,
    ],
    [
      "lists in a type",
      `query($ids: ${inside("[", "]", LEVELS, "ID")}) { nodes(ids: $ids) { id } }`,
    ],
    ["lists in a directive", `{ shop @include(if: ${inside("[", "]", LEVELS)}) { locale } }`],
    ["lists in a fragment", `{ ...F } fragment F on Query ${nodes(inside("[", "]", LEVELS))}`],
    [
      "selections in a fragment",
      `{ ...F } fragment F on Query ${inside("{ shop", "}", LEVELS, "{ locale }")}`,
    ],
    ["fragments without a name", `{ ${inside("... {", "}", LEVELS, "shop { locale }")} }`],
    ["brackets without an end", "{ a".repeat(LEVELS)],
  ])("are refused with the limit before they are parsed: %s", async (_what, query) => {
    const { data, errors, status } = await answer(query);

    expect([status, data]).toEqual([400, undefined]);
    expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([
      [
        "The document exceeds the limit of 100 for its nesting. Request less at once.",
        expect.objectContaining({ code: "QUERY_LIMIT_EXCEEDED", limit: "NESTING", maximum: 100 }),
      ],
    ]);
  });

  test("are refused in a mutation, whatever the name of the operation", async () => {
    const { errors } = await answer(
      `mutation Deep { productDelete(input: ${inside("[", "]", LEVELS)}) { deletedId } }`,
      {},
      "admin",
    );

    expect(errors.map(({ extensions }) => extensions?.["limit"])).toEqual(["NESTING"]);
  });

  test.each([
    ["the deepest fragments", `{ ${inside("... {", "}", 98, "shop { locale }")} }`],
    ["a text", `{ search(query: "${"[{".repeat(200)}") { nodes { id } } }`],
    ["a text in several lines", `{ search(query: """${"[{".repeat(200)}""") { nodes { id } } }`],
    ["a comment", `{ shop { locale } } #${"[{".repeat(200)}`],
    ["many side by side", `{ shop { ${"... { locale } ".repeat(100)} } }`],
  ])(
    "are answered up to the limit, and brackets in texts do not count: %s",
    async (_what, query) => {
      expect((await answer(query)).errors).toEqual([]);
    },
  );

  test.each([
    ["lists", inside("[", "]", LEVELS)],
    ["objects", inside('{"a":', "}", LEVELS, "1")],
  ])("of JSON are refused where the variable has no place for them: %s", async (_what, json) => {
    const value: unknown = JSON.parse(json);

    for (const [type, field] of [
      ["[ID!]!", "nodes(ids: $value) { id }"],
      ["ProductFilter", "products(filter: $value) { nodes { id } }"],
      ["String!", "search(query: $value) { nodes { id } }"],
    ]) {
      const { status, errors } = await answer(`query($value: ${type}) { ${field} }`, { value });

      expect([status, errors[0]?.extensions?.["code"]]).toEqual([400, "BAD_USER_INPUT"]);
    }
  });
});
