import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isUnguessable } from "../../src/interface/graphql/mutation/is-unguessable.js";

describe("a key that nobody can guess", () => {
  test.each([
    ["a UUID of version 4", "f47ac10b-58cc-4372-a567-0e02b2c3d479"],
    ["a UUID of version 4 in capitals", "F47AC10B-58CC-4372-A567-0E02B2C3D479"],
    ["16 random bytes in hexadecimal", "9f86d081884c7d659a2feaa0c55ad015"],
    ["16 random bytes in base64", "kq8Zr2Wm5Tn7Yb3Xc9Vd4A=="],
    ["21 characters of base64", "kq8Zr2Wm5Tn7Yb3Xc9Vd4"],
  ])("is %s", (_, key) => {
    expect(isUnguessable(key)).toBe(true);
  });

  test.each([
    ["a number", "1"],
    ["words", "please-create-a-cart-for-me"],
    ["a time", "2026-11-30T12:00:00.000Z"],
    ["a UUID of version 1, which is a time and a machine", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
    [
      "a UUID of version 7, which is a time and 74 random bits",
      "019f3c1e-7b2a-7c4d-9e8f-0a1b6c5d4e3f",
    ],
    ["a UUID of version 7 in mixed case", "019f3C1e-7B2a-7c4d-9e8F-0a1b6C5d4E3f"],
    ["an empty UUID", "00000000-0000-4000-8000-000000000000"],
    ["20 characters of base64, 120 bits", "kq8Zr2Wm5Tn7Yb3Xc9Vd"],
    ["30 hexadecimal digits, 120 bits", "9f86d081884c7d659a2feaa0c55ad0"],
    ["one repeated character", "a".repeat(64)],
  ])("is not %s", (_, key) => {
    expect(isUnguessable(key)).toBe(false);
  });

  test("is what clients make by themselves", () => {
    for (let n = 0; n < 1_000; n += 1) {
      expect(isUnguessable(randomUUID())).toBe(true);
      expect(isUnguessable(randomBytes(16).toString("hex"))).toBe(true);
    }
  });
});
