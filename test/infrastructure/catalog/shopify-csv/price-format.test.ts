import { describe, expect, test } from "vitest";
import { csv, readCsv } from "../../../builders/csv-file.js";

const defectsOf = async (...file: Parameters<typeof readCsv>) =>
  (await readCsv(...file)).all.flatMap(({ defects }) => defects);

describe("the format of prices", () => {
  test("a decimal comma is not guessed, but read when it is given", async () => {
    const file = csv("Title;Variant Price;Variant Grams", "Mug;12,90;1,5", "Chest;1.234,50;2");

    await expect(readCsv(file)).rejects.toMatchObject({
      issues: [
        {
          code: "DECIMAL_COMMA",
          line: 2,
          value: "12,90",
          advice: expect.stringContaining("--decimal comma") as string,
        },
      ],
    });
    const { all, dialect } = await readCsv(file, { decimal: "comma" });
    expect(dialect).toMatchObject({ decimal: "comma", forced: ["decimal"] });
    expect(
      all.map(({ record: sheet }) => [
        sheet?.variants[0]?.price,
        sheet?.variants[0]?.weightMilligrams,
      ]),
    ).toEqual([
      ["12.90", 1_500],
      ["1234.50", 2_000],
    ]);
  });

  test("a single comma among points is a defect of its product", async () => {
    expect(await defectsOf(csv("Title;Variant Price", "Mug;12.90", "Pot;13,90"))).toMatchObject([
      {
        code: "INVALID_PRICE",
        line: 3,
        value: "13,90",
        advice: expect.stringContaining("--decimal comma") as string,
      },
    ]);
  });

  test("prices that may be cents are not guessed, but read in the given unit", async () => {
    const file = csv(
      "Title,Variant Price,Variant Compare At Price",
      "Cabinet,402900,477200",
      "Rack,1290,",
    );

    await expect(readCsv(file)).rejects.toMatchObject({
      issues: [
        {
          code: "PRICE_UNIT",
          line: 2,
          value: "402900",
          reason: expect.stringContaining("4029.00 or 402900.00") as string,
          advice: expect.stringContaining("--price-unit minor") as string,
        },
      ],
    });
    const prices = async (priceUnit: "minor" | "major") =>
      (await readCsv(file, { priceUnit })).all.map(
        ({ record: sheet }) => sheet?.variants[0]?.price,
      );
    expect(await prices("minor")).toEqual(["4029.00", "12.90"]);
    expect(await prices("major")).toEqual(["402900.00", "1290.00"]);
  });

  test("whole prices are accepted in a currency without cents, or when one of them is small", async () => {
    expect(
      (await readCsv(csv("Title,Variant Price", "Mug,1290"), { currency: "JPY" })).all[0]?.record
        ?.variants[0]?.price,
    ).toBe("1290");
    expect(
      (await readCsv(csv("Title,Variant Price", "Mug,1290", "Pot,5"))).all.map(
        ({ record: sheet }) => sheet?.variants[0]?.price,
      ),
    ).toEqual(["1290.00", "5.00"]);
  });
});
