import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { retyped, withoutField, withoutType } from "./mistakes.js";
import { compile, shipped, tool, workbench, type Outcome } from "./workbench.js";

const PAGE = "tada/pages/shop.ts";

const project = async (
  name: string,
  { sdl = shipped("shop/schema.graphql"), page = (text: string) => text } = {},
): Promise<{ readonly folder: string; readonly generated: Outcome }> => {
  const folder = workbench(`tada-${name.replaceAll(" ", "-")}`, [PAGE]);
  const file = join(folder, PAGE);
  writeFileSync(file, page(readFileSync(file, "utf8")));
  writeFileSync(join(folder, "schema.graphql"), sdl);
  const plugin = {
    name: "gql.tada/ts-plugin",
    schema: "./schema.graphql",
    tadaOutputLocation: "./tada/pages/graphql-env.d.ts",
    trackFieldUsage: false,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        moduleResolution: "nodenext",
        lib: ["es2023"],
        types: [],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        plugins: [plugin],
      },
      include: ["tada"],
    }),
  );
  return { folder, generated: await tool("gql.tada", ["generate-output"], folder) };
};
const check = ({ folder }: { readonly folder: string }): Promise<Outcome> =>
  tool("gql.tada", ["check", "--fail-on-warn"], folder);

describe("gql.tada", () => {
  test("makes types of the schema that its check and the compiler take, scalars included", async () => {
    const shop = await project("sound");

    expect(shop.generated.code).toBe(0);
    expect(await check(shop)).toMatchObject({ code: 0 });
    expect(await compile(shop.folder)).toEqual({ code: 0, said: "" });
  });
});

describe("gql.tada notices", () => {
  test("a page that asks for a field that there is not", async () => {
    const { code, said } = await check(
      await project("typo", { page: (text) => text.replace("      title\n", "      titel\n") }),
    );

    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Cannot query field "titel" on type "Product"'),
    ]);
  });

  test("a schema that lost a field", async () => {
    const { code, said } = await check(
      await project("field", {
        sdl: withoutField(shipped("shop/schema.graphql"), "Product.title"),
      }),
    );

    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Cannot query field "title" on type "Product"'),
    ]);
  });

  test("a schema that may say null where the page does not expect it", async () => {
    const { folder } = await project("null", {
      sdl: retyped(shipped("shop/schema.graphql"), "Product.createdAt", "DateTime"),
    });

    expect(await compile(folder)).toMatchObject({
      code: 2,
      said: expect.stringContaining("possibly 'null'"),
    });
  });

  test("a scalar that nobody declares", async () => {
    const { generated } = await project("scalar", {
      sdl: withoutType(shipped("shop/schema.graphql"), "Decimal"),
    });

    expect(generated.code).not.toBe(0);
  });
});
