import { expect, test } from "vitest";
import { OPERATOR } from "../../../../src/application/shared/viewer.js";
import { ShopifyCsvFiles } from "../../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { csv, csvFile, readCsv } from "../../../builders/csv-file.js";
import { inMemoryCatalog } from "../../../fakes/catalog/in-memory-catalog.js";
import { storedProduct } from "../../../application/catalog/import-shop.js";

const HEAD = "Handle,Title,Option1 name,Option1 value,Option1 swatch,Price";
const read = async (...rows: readonly string[]) => {
  const [entry] = (await readCsv(csv(HEAD, ...rows))).all;
  return {
    swatches: entry?.record?.swatches,
    issues: [...(entry?.defects ?? []), ...(entry?.warnings ?? [])].map(
      ({ code, line, column, value }) => [code, line, column, value],
    ),
  };
};

test("a swatch is the colour beside an option value, in one of its rows or in all", async () => {
  const { swatches } = await read(
    "mug,Mug,Colour,Red,#FF0000,4",
    "mug,,,Blue,,4",
    "mug,,,Sky,' #1e90ff,4",
  );
  expect(swatches).toEqual([[{ value: "Red", color: "#ff0000" }, { value: "Blue" }]]);
  expect(await read("mug,Mug,Colour,Red,#FF0000,4")).toEqual({
    swatches: [[{ value: "Red", color: "#ff0000" }]],
    issues: [],
  });
});

test("what is no colour, and a second colour of a value, are remarks that name their line", async () => {
  const [size, color] = [",Size,S", ",Size,M"];
  const file = csv(
    `${HEAD},Option2 name,Option2 value`,
    `mug,Mug,Colour,Red,#ff0000,4${size}`,
    `mug,,,Blue,navy,4${size}`,
    `mug,,,Red,#00ff00,4${color}`,
  );
  const [entry] = (await readCsv(file)).all;

  expect(entry?.defects).toEqual([]);
  expect(entry?.warnings).toMatchObject([
    { code: "SWATCH_INVALID", line: 3, column: "Option1 swatch", value: "navy" },
    { code: "SWATCH_DIFFERS", line: 4, column: "Option1 swatch", value: "#00ff00" },
  ]);
  expect(entry?.record?.swatches).toEqual([[{ value: "Red", color: "#ff0000" }], []]);
});

test("a swatch is an image too, by its address, which becomes an image of the product", async () => {
  const file = csv(
    `${HEAD},Image Src`,
    "mug,Mug,Colour,Oak,https://img.example/Oak.webp?v=1,4,https://img.example/front.webp",
    "mug,,,Front,https://img.example/front.webp,4,",
    "mug,,,Oak,https://img.example/ash.webp,4,",
    "mug,,,Ash,/media/ash.webp,4,",
  );
  const [entry] = (await readCsv(file)).all;

  expect(entry?.record?.swatches).toEqual([
    [
      { value: "Oak", imageUrl: "https://img.example/Oak.webp?v=1" },
      { value: "Front", imageUrl: "https://img.example/front.webp" },
      { value: "Ash", imageUrl: "/media/ash.webp" },
    ],
  ]);
  expect(
    entry?.record?.images.map(({ url, location }) => [url, location.line, location.column]),
  ).toEqual([
    ["https://img.example/front.webp", 2, "Image Src"],
    ["https://img.example/Oak.webp?v=1", 2, "Option1 swatch"],
    ["/media/ash.webp", 5, "Option1 swatch"],
  ]);
  expect(entry?.warnings).toMatchObject([{ code: "SWATCH_DIFFERS", line: 4 }]);
});

test("a swatch beside a product without options is told", async () => {
  expect(await read("mug,Mug,Title,Default Title,#ff0000,4")).toMatchObject({
    issues: [["CELLS_IGNORED", 2, "Option1 swatch", "#ff0000"]],
  });
});

test("an import sets swatches, clears them, and leaves those without a column or a colour", async () => {
  const shop = inMemoryCatalog();
  const imported = async (...rows: readonly string[]) => {
    const file = await new ShopifyCsvFiles().open(await csvFile(csv(...rows)), { currency: "EUR" });
    await shop.catalog.importProducts({ file }, OPERATOR);
    return storedProduct(shop).options[0]?.swatches;
  };

  const both = [
    { value: "Red", color: "#ff0000" },
    { value: "Blue", color: "#0000ff" },
  ];
  expect(await imported(HEAD, "mug,Mug,Colour,Red,#ff0000,4", "mug,,,Blue,#0000ff,4")).toEqual(
    both,
  );
  expect(
    await imported("Handle,Title,Option1 name,Option1 value,Price", "mug,Mug,Colour,Red,5"),
  ).toEqual(both);
  expect(await imported(HEAD, "mug,Mug,Colour,Red,red,5", "mug,,,Blue,,4")).toEqual([
    { value: "Red", color: "#ff0000" },
  ]);
});

test("an import gives values images as swatches, those that the product has and new ones", async () => {
  const shop = inMemoryCatalog();
  const imported = async (...rows: readonly string[]) => {
    const file = await new ShopifyCsvFiles().open(await csvFile(csv(HEAD, ...rows)), {
      currency: "EUR",
    });
    await shop.catalog.importProducts({ file }, OPERATOR);
    const { options, media } = storedProduct(shop);
    return (options[0]?.swatches ?? []).map(({ value, color, mediaId }) => [
      value,
      color ?? media.find(({ id }) => id === mediaId)?.url,
      media.length,
    ]);
  };
  const [OAK, ASH] = ["https://img.example/oak.webp", "https://img.example/ash.webp"];

  expect(await imported(`mug,Mug,Wood,Oak,${OAK},4`, `mug,,,Ash,${OAK},4`)).toEqual([
    ["Oak", OAK, 1],
    ["Ash", OAK, 1],
  ]);
  expect(await imported(`mug,Mug,Wood,Oak,#1e90ff,4`, `mug,,,Ash,${ASH},4`)).toEqual([
    ["Oak", "#1e90ff", 2],
    ["Ash", ASH, 2],
  ]);
  expect(await imported(`mug,Mug,Wood,Oak,,4`, `mug,,,Ash,oak,4`)).toEqual([["Ash", ASH, 2]]);
});
