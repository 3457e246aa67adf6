import { expect, test } from "vitest";
import { plainText } from "../../../src/domain/shared/plain-text.js";
import { presentWeight } from "../../../src/interface/graphql/catalog/variants/present-weight.js";
import { cpuTime } from "../../cpu-time.js";

test("a description in HTML becomes one line of text", () => {
  expect(
    plainText("<p>Holds  <b>tea</b>.</p>\n<ul><li>Blue</li><li>Red &amp; green</li></ul>"),
  ).toBe("Holds tea. Blue Red & green");
  expect(plainText("5 &lt; 6, caf&eacute; &#233; &#xE9; &nbsp;&#0; &#xD800; &nothing;")).toBe(
    "5 < 6, caf&eacute; é é &#0; &#xD800; &nothing;",
  );
  expect(plainText("")).toBe("");
});

test("plain text leaves out what a browser does not show", () => {
  expect(
    plainText(
      "a<script>alert('x')</script >b<STYLE media='print'>p{}</style>c<!-- <p>secret</p> -->d<script>never closed",
    ),
  ).toBe("a b c d");
});

test("hostile HTML becomes plain text in a short time", () => {
  const hostile = [
    "<".repeat(400_000),
    "<!--".repeat(100_000),
    "<script".repeat(60_000),
    "&".repeat(400_000),
    "<p ".repeat(130_000),
    " ".repeat(400_000),
  ];
  const started = cpuTime();
  for (const html of hostile) plainText(html);

  expect(cpuTime() - started).toBeLessThan(2_000);
});

test("a weight has its value in the unit of the merchant and its exact grams", () => {
  expect(presentWeight("KILOGRAMS", 1_250_000)).toEqual({
    unit: "KILOGRAMS",
    value: "1.25",
    grams: "1250",
  });
  expect(presentWeight("POUNDS", 453_592)).toEqual({
    unit: "POUNDS",
    value: "1",
    grams: "453.592",
  });
  expect(presentWeight("OUNCES", 100_000)).toEqual({
    unit: "OUNCES",
    value: "3.5274",
    grams: "100",
  });
  expect(presentWeight("GRAMS", 0)).toEqual({ unit: "GRAMS", value: "0", grams: "0" });
  expect(presentWeight("GRAMS", 100_000_000_000)).toEqual({
    unit: "GRAMS",
    value: "100000000",
    grams: "100000000",
  });
});
