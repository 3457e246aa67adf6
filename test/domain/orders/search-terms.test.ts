import { expect, test } from "vitest";
import { searchTermsOf, wordsOf } from "../../../src/domain/orders/search-terms.js";
import { orderContent } from "../../builders/an-order.js";

test("an order is found by its number, e-mail address, names and SKUs, without accents and case", () => {
  expect(searchTermsOf("1234567890", orderContent())).toEqual([
    "1234567890",
    "anna.mueller@example.com",
    "jose",
    "muller",
    "anna",
    "blumen",
    "&",
    "sohne",
    "mug-1",
    "mug-2",
  ]);
});

test("a word that is too long to be stored is cut", () => {
  expect(wordsOf("x".repeat(100))).toEqual(["x".repeat(64)]);
});
