import { generate, type CodegenConfig } from "@graphql-codegen/cli";
import { scalars } from "@plinth/client/shop";
import { describe, expect, test } from "vitest";
import { ADMIN, generated, project, RESOLUTIONS, SHOP } from "./codegen-project.js";
import { retyped, withoutField, withoutType } from "./mistakes.js";
import { compile, shipped } from "./workbench.js";

describe("the client preset of graphql-codegen, with strict scalars", () => {
  for (const [resolution, options] of Object.entries(RESOLUTIONS))
    for (const api of [SHOP, ADMIN])
      test(`makes types of ${api.documents} that the compiler takes, under ${resolution}`, async () => {
        const folder = await generated(
          project(`codegen-${api.documents}-${resolution}`, api, options),
        );

        expect(await compile(folder)).toEqual({ code: 0, said: "" });
      });
});

describe("graphql-codegen notices", () => {
  const attempt = (name: string, sdl: string) =>
    generated(project(name, SHOP, RESOLUTIONS.nodenext, sdl));

  test("a scalar that is missing in the map", async () => {
    const { config } = project("codegen-scalar", SHOP, RESOLUTIONS.nodenext);
    const { Decimal: _forgotten, ...known } = scalars;
    const mistaken: CodegenConfig = {
      ...config,
      generates: {
        "pages/gql/": { preset: "client", config: { strictScalars: true, scalars: known } },
      },
    };

    await expect(generate(mistaken, false)).rejects.toThrow(/Unknown scalar type Decimal/);
  });

  test("a scalar that the schema does not declare", async () => {
    await expect(
      attempt("codegen-undeclared", withoutType(shipped("shop/schema.graphql"), "Decimal")),
    ).rejects.toThrow(/Unknown type.*Decimal/);
  });

  test("a field that a page shows and the schema lost", async () => {
    await expect(
      attempt("codegen-field", withoutField(shipped("shop/schema.graphql"), "Product.vendor")),
    ).rejects.toThrow(/Cannot query field.*vendor/);
  });

  test("a field whose type is another one now: the compiler refuses the page", async () => {
    const sdl = retyped(shipped("shop/schema.graphql"), "Product.createdAt", "Int!");
    const folder = await attempt("codegen-type", sdl);

    const { code, said } = await compile(folder);

    expect([code, said]).toEqual([
      2,
      expect.stringContaining("Property 'slice' does not exist on type 'number'"),
    ]);
  });
});
