import { describe, expect, test } from "vitest";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";

const { number, linkOf, hashOf } = randomOrderCodes;

describe("the codes of an order", () => {
  test("have numbers of ten digits that neither count up nor repeat", () => {
    const numbers = Array.from({ length: 1_000 }, number);

    expect(numbers.every((one) => /^[1-9]\d{9}$/.test(one))).toBe(true);
    expect(new Set(numbers).size).toBe(1_000);
    expect(numbers.toSorted()).not.toEqual(numbers);
  });

  test("have a link of 130 bits that is the same for the same cart only", () => {
    const links = Array.from({ length: 1_000 }, (_, index) => linkOf(`cart_${index}`));

    expect(linkOf("cart_0")).toBe(links[0]);
    expect(new Set(links).size).toBe(1_000);
    expect(links.every((link) => /^orderlink_[0-9a-hjkmnp-tv-z]{26}$/.test(link))).toBe(true);
    expect(new Set(links.map((link) => link.slice(10)).join("")).size).toBe(32);
  });

  test("are stored as a hash that tells neither the link nor the cart", () => {
    const hash = hashOf(linkOf("cart_0"));

    expect(hash).toHaveLength(43);
    expect(hash).not.toContain(linkOf("cart_0").slice(10));
    expect(hashOf(linkOf("cart_1"))).not.toBe(hash);
  });
});
