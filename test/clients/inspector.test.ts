import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { retyped, withoutField, withoutInterface } from "./mistakes.js";
import { shipped, tool, workbench, type Outcome } from "./workbench.js";

const { url, adminKey } = inject("plinth");
const diff = (...words: readonly string[]) =>
  tool("graphql-inspector", ["diff", ...words], import.meta.dirname);
const committed = (api: string): string => resolve("schema", `${api}.graphql`);

/** What differs. Two directives do not count: the inspector does not ask a server for them. */
const differences = ({ said }: Outcome): readonly string[] =>
  said
    .split("\n")
    .filter(
      (line) =>
        line.startsWith("[log] ") &&
        line.trim() !== "[log]" &&
        !/Directive (specifiedBy|oneOf) was removed/.test(line),
    );

describe("graphql-inspector", () => {
  test("finds what the shop serves to be what is committed", async () => {
    const outcome = await diff(committed("shop"), `${url}/graphql`);

    expect([outcome.code, differences(outcome)]).toEqual([0, []]);
  });

  test("finds the same of the API for staff", async () => {
    const outcome = await diff(
      committed("admin"),
      `${url}/admin/graphql`,
      "--header",
      `Authorization: Bearer ${adminKey}`,
    );

    expect([outcome.code, differences(outcome)]).toEqual([0, []]);
  });
});

describe("graphql-inspector notices", () => {
  const sdl = shipped("shop/schema.graphql");
  const mistakes = {
    "a field that is gone": [
      withoutField(sdl, "Product.vendor"),
      "Field vendor was removed from object type Product",
    ],
    "a field that may be null now": [
      retyped(sdl, "Product.title", "String"),
      "Field Product.title changed type from String! to String",
    ],
    "an entity that lost its id": [
      withoutInterface(sdl, "Variant", "Node"),
      "Variant object type no longer implements Node interface",
    ],
  } as const;

  test.each(Object.entries(mistakes))("%s", async (name, [mistaken, complaint]) => {
    const folder = workbench(`inspector-${name.replaceAll(" ", "-")}`);
    writeFileSync(join(folder, "schema.graphql"), mistaken);

    expect(await diff(committed("shop"), join(folder, "schema.graphql"))).toMatchObject({
      code: 1,
      said: expect.stringContaining(complaint),
    });
  });
});
