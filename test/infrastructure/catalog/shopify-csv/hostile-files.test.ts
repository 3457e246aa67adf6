import { execFileSync } from "node:child_process";
import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ProductFile } from "../../../../src/application/catalog/ports.js";
import { ShopifyCsvFiles } from "../../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { csv, csvFile, readCsv } from "../../../builders/csv-file.js";

const all = async (file: ProductFile): Promise<void> => {
  for await (const _ of file.entries());
};

describe("a file that cannot be trusted as a whole says so", () => {
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
    await expect(readCsv(content)).rejects.toMatchObject({ remarks: [{ code, line }] });
  });

  test("a pipe, without waiting for somebody who fills it", async () => {
    const pipe = join(await csvFile(""), "..", "pipe");
    execFileSync("mkfifo", [pipe]);

    await expect(new ShopifyCsvFiles().open(pipe, { currency: "EUR" })).rejects.toMatchObject({
      remarks: [{ code: "UNREADABLE_FILE" }],
    });
  });

  test.each([
    ["that grows", (path: string) => appendFile(path, "pot,Pot\n"), "FILE_CHANGED"],
    ["that goes away", (path: string) => rm(path), "UNREADABLE_FILE"],
  ])("one %s between its first and its last reading", async (_, meddle, code) => {
    const path = await csvFile(csv("Handle,Title", "mug,Mug"));
    const file = await new ShopifyCsvFiles().open(path, { currency: "EUR" });
    await meddle(path);

    await expect(all(file)).rejects.toMatchObject({ remarks: [{ code }] });
  });
});

describe("however often a file repeats a mistake, what is said about it stays short", () => {
  test("a SKU on every line names the first lines and how many there are besides", async () => {
    const { all: entries } = await readCsv(
      csv(
        "Title,Variant SKU",
        ...Array.from({ length: 20_000 }, (_, index) => `Mug ${index},SAME`),
      ),
    );

    expect(entries[9_999]?.defects[0]?.reason).toBe(
      'The SKU "SAME" stands on line 2, 3, 4, 5, 6 and 19994 more too: every SKU may be used once.',
    );
  });

  test("a handle on every other line too", async () => {
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

  test("a long text in a wrong place is cut, also in the reason and the name", async () => {
    const long = "z".repeat(100_000);

    const { all: entries } = await readCsv(
      csv("Handle,Title,Variant Price", `${long},Mug,${long}`),
    );

    expect(entries[0]?.defects[0]).toMatchObject({ code: "INVALID_PRICE" });
    expect(JSON.stringify([entries[0]?.name, entries[0]?.defects]).length).toBeLessThan(2_000);
  });
});

test("the same text in two Unicode forms is the same SKU, option and address", async () => {
  const [composed, decomposed] = ["é", "e\u0301"];
  const { all: entries } = await readCsv(
    csv(
      "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Image Src",
      `mug,Mug,Gr${composed},S,${composed},https://img.example/${composed}`,
      `mug,,Gr${decomposed},M,${decomposed},https://img.example/${decomposed}`,
    ),
  );

  expect(entries[0]?.sheet).toMatchObject({
    options: [`Gr${composed}`],
    images: [{ url: `https://img.example/${composed}` }],
  });
  expect(entries[0]?.defects.map(({ code, line }) => [code, line])).toEqual([
    ["SKU_TAKEN", 2],
    ["SKU_TAKEN", 3],
  ]);
});

test("characters that a wrong encoding has cost are named, not taken over in silence", async () => {
  const { all: entries } = await readCsv(
    Buffer.from(csv("Title,Vendor", "Café,Plinth"), "latin1"),
    { encoding: "utf-8" },
  );

  expect(entries[0]?.warnings).toMatchObject([
    { code: "CHARACTERS_LOST", line: 2, column: "Title", value: "Caf\uFFFD" },
  ]);
});

test("a column may be called like something that every object has", async () => {
  const { all: entries } = await readCsv(csv("Title,constructor,Status", "Mug,active"));

  expect(entries[0]?.defects).toMatchObject([
    { code: "RAGGED_ROW", column: "constructor", value: "active" },
  ]);
});
