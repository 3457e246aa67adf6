import { type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { expect, test } from "vitest";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";

const schema = await buildShopSchema();
const field = (schema.getType("Media") as GraphQLObjectType).getFields()["url"];
const image = { url: "/media/01h00000000000000000000001-1600x1200.webp" };

const url = (args: Readonly<Record<string, unknown>>): unknown =>
  field?.resolve?.(
    image,
    args,
    { publicUrl: "https://shop.example" },
    {} as unknown as GraphQLResolveInfo,
  );

test("are checked anew when they differ", () => {
  const answers = [{ width: 320 }, { width: 320 }, { width: 640 }, {}, { height: 100 }].map(url);

  expect(answers).toEqual(
    ["?w=320", "?w=320", "?w=640", "", "?w=160"].map(
      (query) => `https://shop.example${image.url}${query}`,
    ),
  );
  expect(() => url({ width: 0 })).toThrow("Argument Validation Error");
  expect(() => url({ width: 0 })).toThrow("Argument Validation Error");
  expect(url({ width: 320 })).toBe(answers[0]);
});
