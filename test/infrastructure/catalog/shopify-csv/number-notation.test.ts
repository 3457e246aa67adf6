import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const HEADER = "Title;Variant Price;Variant Inventory Qty;Variant Grams";
const read = async (rows: readonly string[], ...options: Parameters<typeof readCsv>[1][]) =>
  (await readCsv(csv(HEADER, ...rows), options[0])).all.map(({ record, defects }) =>
    defects.length > 0
      ? defects.map(({ code, value }) => `${code} ${value}`)
      : [record?.variants[0]].map((one) => [one?.price, one?.onHand, one?.weightMilligrams]),
  );
const refusal = (rows: readonly string[]) =>
  readCsv(csv(HEADER, ...rows)).then(
    () => null,
    (error: { readonly issues: readonly unknown[] }) => error.issues[0],
  );

describe("the separators of a file", () => {
  test("a quantity with thousands is refused, never a thousandth of it", async () => {
    expect(await read(["Bolt;1.50;2,000;", "Nut;1.50;12.000;", "Pin;1.50;3.0;"])).toEqual([
      ["INVALID_QUANTITY 2,000"],
      ["INVALID_QUANTITY 12.000"],
      [["1.50", 3, null]],
    ]);
    expect(await read(["Bolt;1,50;2.000;"], { decimal: "comma" })).toEqual([
      [["1.50", 2_000, null]],
    ]);
    expect(await read(["Bolt;1.50;2.000;"], { decimal: "point" })).toEqual([[["1.50", 2, null]]]);
  });

  test.each([
    ["a price with a comma", ["Sofa;1.200;;", "Lamp;99,90;;"], "DECIMAL_COMMA", 3, "99,90"],
    ["a weight with a comma", ["Sofa;200;;", "Lamp;99;;0,5"], "DECIMAL_COMMA", 3, "0,5"],
    ["thousands with points", ["Ship;1.200.000;;"], "DECIMAL_COMMA", 2, "1.200.000"],
    ["a number that may be either", ["Sofa;1.200;;"], "DECIMAL_UNKNOWN", 2, "1.200"],
    ["a weight that may be either", ["Sofa;99;;2,500"], "DECIMAL_UNKNOWN", 2, "2,500"],
  ])("of %s alone are asked for", async (_, rows, code, line, value) => {
    expect(await refusal(rows)).toMatchObject({
      code,
      line,
      value,
      advice: expect.stringContaining("--decimal comma") as string,
    });
  });

  test("are found in one number, which holds for all others", async () => {
    expect(await read(["Sofa;1.2;;1.200", "Lamp;0.999;;"], { currency: "KWD" })).toEqual([
      [["1.200", null, 1_200]],
      [["0.999", null, null]],
    ]);
    expect(await read(["Sofa;1.200;;", "Lamp;4.50;;"])).toEqual([
      [["1.20", null, null]],
      [["4.50", null, null]],
    ]);
  });

  test("that contradict each other leave no number that may be either", async () => {
    expect(await read(["Sofa;1.200;;", "Lamp;4.50;;", "Vase;9,90;;"])).toEqual([
      ["INVALID_PRICE 1.200"],
      [["4.50", null, null]],
      ["INVALID_PRICE 9,90"],
    ]);
  });

  test("three decimals are usual in dinars", async () => {
    expect(await read(["Sofa;1.290;;"], { currency: "KWD" })).toEqual([[["1.290", null, null]]]);
  });
});
