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
  expect(
    await read("mug,Mug,Colour,Red,#FF0000,4", "mug,,,Blue,,4", "mug,,,Sky,' #1e90ff,4"),
  ).toMatchObject({
    swatches: [
      [
        { value: "Red", color: "#ff0000" },
        { value: "Blue", color: null },
      ],
    ],
  });
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
