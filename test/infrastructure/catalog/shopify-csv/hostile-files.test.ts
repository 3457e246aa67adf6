import { execFileSync } from "node:child_process";
import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ProductFile } from "../../../../src/application/catalog/ports/product-files.js";
import { ShopifyCsvFiles } from "../../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { csv, csvFile, readCsv } from "../../../builders/csv-file.js";

const all = async (file: ProductFile): Promise<void> => {
  for await (const _ of file.entries());
};

describe("an unusable file is refused with the reason:", () => {
  test.each([
    [
      "a record longer than any product",
      csv("Title,Description", `Tea,${"x".repeat(5_000_000)}`),
      "RECORD_TOO_LONG",
      2,
    ],
    [
      "more columns than any shop has",
      csv(`Title${",x".repeat(10_000)}`, "Tea"),
      "TOO_MANY_COLUMNS",
      1,
    ],
    [
      "lines in two encodings",
      Buffer.concat([
        Buffer.from(csv("Title,Vendor", "Café,Plinth")),
        Buffer.from("Thé glacé,Plinth\n", "latin1"),
      ]),
      "UNKNOWN_ENCODING",
      1,
    ],
  ])("%s", async (_, content, code, line) => {
    await expect(readCsv(content)).rejects.toMatchObject({ issues: [{ code, line }] });
  });

  test("a pipe, without waiting for its writer", async () => {
    const pipe = join(await csvFile(""), "..", "pipe");
    execFileSync("mkfifo", [pipe]);

    await expect(new ShopifyCsvFiles().open(pipe, { currency: "EUR" })).rejects.toMatchObject({
      issues: [{ code: "UNREADABLE_FILE" }],
    });
  });

  test.each([
    ["that grows", (path: string) => appendFile(path, "pot,Pot\n"), "FILE_CHANGED"],
    ["that is deleted", (path: string) => rm(path), "UNREADABLE_FILE"],
  ])("a file %s between its first and its last reading", async (_, meddle, code) => {
    const path = await csvFile(csv("Handle,Title", "mug,Mug"));
    const file = await new ShopifyCsvFiles().open(path, { currency: "EUR" });
    await meddle(path);

    await expect(all(file)).rejects.toMatchObject({ issues: [{ code }] });
  });
});

describe("issues stay short, however often a file repeats a mistake:", () => {
  test("a SKU on every line is reported with the first lines and the number of the others", async () => {
    const { all: entries } = await readCsv(
      csv(
        "Title,Variant SKU",
        ...Array.from({ length: 20_000 }, (_, index) => `Mug ${index},SAME`),
      ),
    );

    expect(entries[9_999]?.defects[0]?.reason).toBe(
      'The SKU "SAME" is also used on line 2, 3, 4, 5, 6 and 19994 more: a SKU may be used once.',
    );
  });

  test("a handle on every other line is reported in the same way", async () => {
    const { all: entries } = await readCsv(
      csv(
        "Handle,Title",
        ...Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? "mug,Mug" : "pot,Pot")),
      ),
    );

    expect(
      entries.flatMap(({ warnings }) =>
        warnings
          .filter(({ code }) => code === "HANDLE_REPEATED")
          .map(({ reason }) => reason.length < 200),
      ),
    ).toEqual([true, true]);
  });

  test("a long text in a wrong column is cut, also in the reason and the name", async () => {
    const long = "z".repeat(100_000);

    const { all: entries } = await readCsv(
      csv("Handle,Title,Variant Price", `${long},Mug,${long}`),
    );

    expect(entries[0]?.defects[0]).toMatchObject({ code: "INVALID_PRICE" });
    expect(JSON.stringify([entries[0]?.name, entries[0]?.defects]).length).toBeLessThan(2_000);
  });
});

test("texts in two Unicode forms are the same SKU, option and URL", async () => {
  const [composed, decomposed] = ["é", "e\u0301"];
  const { all: entries } = await readCsv(
    csv(
      "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Image Src",
      `mug,Mug,Gr${composed},S,${composed},https://img.example/${composed}`,
      `mug,,Gr${decomposed},M,${decomposed},https://img.example/${decomposed}`,
    ),
  );

  expect(entries[0]?.record).toMatchObject({
    options: [`Gr${composed}`],
    images: [{ url: `https://img.example/${composed}` }],
  });
  expect(entries[0]?.defects.map(({ code, line }) => [code, line])).toEqual([
    ["SKU_TAKEN", 2],
    ["SKU_TAKEN", 3],
  ]);
});

test("characters that were lost by a wrong encoding are reported", async () => {
  const { all: entries } = await readCsv(
    Buffer.from(csv("Title,Vendor", "Café,Plinth"), "latin1"),
    { encoding: "utf-8" },
  );

  expect(entries[0]?.warnings).toMatchObject([
    { code: "CHARACTERS_LOST", line: 2, column: "Title", value: "Caf\uFFFD" },
  ]);
});

test("a column may have the name of a property of every object", async () => {
  const { all: entries } = await readCsv(csv("Title,constructor,Status", "Mug,active"));

  expect(entries[0]?.defects).toMatchObject([
    { code: "RAGGED_ROW", column: "constructor", value: "active" },
  ]);
});
