import { describe, expect, test } from "vitest";
import { retyped, withoutField, withoutType } from "./mistakes.js";
import { tadaProject } from "./tada-project.js";
import { compile, shipped, tool, type Outcome } from "./workbench.js";

const check = ({ folder }: { readonly folder: string }): Promise<Outcome> =>
  tool("gql.tada", ["check", "--fail-on-warn"], folder);

describe("gql.tada", () => {
  test("makes types of the schema that its check and the compiler take, scalars included", async () => {
    const shop = await tadaProject("sound");

    expect(shop.generated.code).toBe(0);
    expect(await check(shop)).toMatchObject({ code: 0 });
    expect(await compile(shop.folder)).toEqual({ code: 0, said: "" });
  });
});

describe("gql.tada notices", () => {
  test("a page that asks for a field that there is not", async () => {
    const { code, said } = await check(
      await tadaProject("typo", { page: (text) => text.replace("      title\n", "      titel\n") }),
    );

    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Cannot query field "titel" on type "Product"'),
    ]);
  });

  test("a schema that lost a field", async () => {
    const { code, said } = await check(
      await tadaProject("field", {
        sdl: withoutField(shipped("shop/schema.graphql"), "Product.title"),
      }),
    );

    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Cannot query field "title" on type "Product"'),
    ]);
  });

  test("a schema that may say null where the page does not expect it", async () => {
    const { folder } = await tadaProject("null", {
      sdl: retyped(shipped("shop/schema.graphql"), "Product.createdAt", "DateTime"),
    });

    expect(await compile(folder)).toMatchObject({
      code: 2,
      said: expect.stringContaining("possibly 'null'"),
    });
  });

  test("a scalar that nobody declares", async () => {
    const { generated } = await tadaProject("scalar", {
      sdl: withoutType(shipped("shop/schema.graphql"), "Decimal"),
    });

    expect(generated.code).not.toBe(0);
  });
});
