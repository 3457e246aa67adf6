import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sizeFromSizedName } from "../../src/domain/media/media-file.js";

const DEMO = join(import.meta.dirname, "../../demo");
const files = readdirSync(join(DEMO, "media"));
const used = ["catalogue.csv", "collections.json"].flatMap((file) =>
  [...readFileSync(join(DEMO, file), "utf8").matchAll(/\/media\/demo\/([\w.-]+)/g)].map(
    ([, name]) => name ?? "",
  ),
);

describe("the pictures of the demo", () => {
  test("have their real size in their names, which the API answers", async () => {
    const real = await Promise.all(
      files.map(async (file) => {
        const { width, height } = await sharp(join(DEMO, "media", file)).metadata();
        return [file, { width, height }];
      }),
    );

    expect(files.length).toBeGreaterThan(100);
    expect(files.map((file) => [file, sizeFromSizedName(`demo/${file}`)])).toEqual(real);
  });

  test("are those that the catalogue shows", () => {
    expect([...new Set(used)].filter((name) => !files.includes(name))).toEqual([]);
  });
});

describe("a name with a size", () => {
  test.each([
    ["demo/mug-800x600.webp", { width: 800, height: 600 }],
    ["01kadq0h8efr4tmr9bk39h1y0c-1000x500.jpg", { width: 1000, height: 500 }],
    ["demo/mug.webp", null],
    ["demo/mug-0x600.webp", null],
    ["demo/mug-800x600.gif", null],
    ["demo/../mug-800x600.webp", null],
    ["demo/mug-800x600.webp?w=320", null],
  ])("is read: %s", (name, size) => {
    expect(sizeFromSizedName(name)).toEqual(size);
  });
});
