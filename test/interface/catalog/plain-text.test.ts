import { expect, test } from "vitest";
import { plainText } from "../../../src/interface/graphql/catalog/plain-text.js";
import { weightIn } from "../../../src/interface/graphql/catalog/weight.js";

test("a description in HTML reads as one line of text", () => {
  expect(
    plainText("<p>Holds  <b>tea</b>.</p>\n<ul><li>Blue</li><li>Red &amp; green</li></ul>"),
  ).toBe("Holds tea. Blue Red & green");
  expect(plainText("5 &lt; 6, caf&eacute; &#233; &#xE9; &nbsp;&#0; &#xD800; &nothing;")).toBe(
    "5 < 6, caf&eacute; é é &#0; &#xD800; &nothing;",
  );
  expect(plainText("")).toBe("");
});

test("what a browser does not show is not there", () => {
  expect(
    plainText(
      "a<script>alert('x')</script >b<STYLE media='print'>p{}</style>c<!-- <p>secret</p> -->d<script>never closed",
    ),
  ).toBe("a b c d");
});

test("text that would keep a careless reader busy is read at once", () => {
  const hostile = [
    "<".repeat(400_000),
    "<!--".repeat(100_000),
    "<script".repeat(60_000),
    "&".repeat(400_000),
    "<p ".repeat(130_000),
    " ".repeat(400_000),
  ];
  const started = performance.now();
  for (const html of hostile) plainText(html);

  expect(performance.now() - started).toBeLessThan(2_000);
});

test("weights are shown in the unit that the merchant chose, and exactly in grams", () => {
  expect(weightIn("KILOGRAMS", 1_250_000)).toEqual({
    unit: "KILOGRAMS",
    value: "1.25",
    grams: "1250",
  });
  expect(weightIn("POUNDS", 453_592)).toEqual({ unit: "POUNDS", value: "1", grams: "453.592" });
  expect(weightIn("OUNCES", 100_000)).toEqual({ unit: "OUNCES", value: "3.5274", grams: "100" });
  expect(weightIn("GRAMS", 0)).toEqual({ unit: "GRAMS", value: "0", grams: "0" });
  expect(weightIn("GRAMS", 100_000_000_000)).toEqual({
    unit: "GRAMS",
    value: "100000000",
    grams: "100000000",
  });
});
