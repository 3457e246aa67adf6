import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { randomBits } from "../../../src/domain/shared/random-bits.js";

describe("the random bits", () => {
  test.each([
    ["4 of each hexadecimal digit", "9f86d081884c7d659a2feaa0c55ad015", 128],
    ["4 of each hexadecimal digit in capitals", "9F86D081884C7D659A2FEAA0C55AD015", 128],
    ["6 of each character of base64, without the padding", "kq8Zr2Wm5Tn7Yb3Xc9Vd4A==", 132],
    ["6 of each character of base64 in the form for URLs", "kq8Zr2Wm5Tn7Yb3Xc-Vd_A", 132],
    ["none in words", "my-very-long-key-for-the-cart", 0],
    ["none in another alphabet", "kq8Zr2Wm5Tn7Yb3Xc9Vd4!", 0],
    ["none in one digit", "a".repeat(64), 0],
    ["none in digits of few kinds", "0101100101110100110101", 0],
    ["none in what repeats itself", "9f86d081884c7d65".repeat(4), 0],
    ["none in what repeats a piece of itself", "kq8Zr2WmT1X7kq8Zr2Wm5Tn7Yb", 0],
    ["none in nothing", "", 0],
  ])("of a text are %s", (_, text, bits) => {
    expect(randomBits(text)).toBe(bits);
  });

  test("of a text are all there in what a random source makes", () => {
    for (let n = 0; n < 1_000; n += 1) {
      expect(randomBits(randomBytes(32).toString("base64"))).toBeGreaterThanOrEqual(256);
      expect(randomBits(randomBytes(32).toString("base64url"))).toBeGreaterThanOrEqual(256);
      expect(randomBits(randomBytes(32).toString("hex"))).toBe(256);
    }
  });
});
