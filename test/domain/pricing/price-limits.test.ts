import { describe, expect, test } from "vitest";
import { checkedKey, isKey } from "../../../src/domain/pricing/checked-key.js";
import { variantPrice } from "../../../src/domain/pricing/variant-price.js";
import { localeTag } from "../../../src/domain/shared/locale-tag.js";
import { Money } from "../../../src/domain/shared/money.js";
import { fold, text } from "../../../src/domain/shared/text.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);
const euros = (amount: string) => Money.parse(amount, "EUR");

describe("the amounts of a variant", () => {
  test("may be zero: its price, its crossed-out price and its cost", () => {
    const price = variantPrice({
      variantId: MUG,
      price: euros("0"),
      compareAt: euros("0"),
      cost: euros("0"),
    });

    expect(price).toEqual({
      variantId: MUG,
      price: Money.of(0, "EUR"),
      compareAt: Money.of(0, "EUR"),
      cost: Money.of(0, "EUR"),
    });
  });

  test.each(["price", "compareAt", "cost"])("cannot be a cent below zero: its %s", (field) => {
    const price = { variantId: MUG, price: euros("0"), compareAt: null, cost: null };

    expect(() => variantPrice({ ...price, [field]: Money.of(-1, "EUR") })).toThrow(
      "cannot be negative",
    );
  });
});

describe("an amount", () => {
  test("may be as large as a number holds exactly, and no larger", () => {
    expect(Money.parse("90071992547409.91", "EUR").minorUnits).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => Money.parse("90071992547409.92", "EUR")).toThrow("is not an amount in EUR");
  });

  test("of zero has all its digits, and never a minus", () => {
    expect(Money.parse("-0", "EUR").toDecimal()).toBe("0.00");
    expect(Object.is(Money.parse("-0.00", "EUR").minorUnits, 0)).toBe(true);
    expect(Money.of(0, "JPY").toDecimal()).toBe("0");
    expect(Money.of(-5, "EUR").toDecimal()).toBe("-0.05");
  });

  test("is not above an equal one", () => {
    expect(euros("5.00").isAbove(euros("5.00"))).toBe(false);
    expect(euros("5.01").isAbove(euros("5.00"))).toBe(true);
  });

  test("of zero is split into zeros", () => {
    expect(
      euros("0")
        .split([1, 2])
        .map(({ minorUnits }) => minorUnits),
    ).toEqual([0, 0]);
  });
});

describe("the key of a market or price list", () => {
  test.each(["a", "1", "ch-fr", "x".repeat(64)])("may be %s", (key) => {
    expect(checkedKey(key)).toBe(key);
  });

  test.each(["", "-", "a-", "-a", "A", "ä", "a_b", "x".repeat(65), `${"x".repeat(64)}\n`])(
    "cannot be %j",
    (key) => {
      expect(isKey(key)).toBe(false);
    },
  );
});

describe("the tag of a language", () => {
  test("may have 35 characters, and not one more", () => {
    const longest = "de-1abcdefg-2abcdefg-3abcdefg-4abcde";
    const tag = longest.slice(0, 35);

    expect(localeTag(tag)).toBe(tag);
    expect(() => localeTag(longest)).toThrow("is not a language tag");
  });
});

describe("a text", () => {
  const RULE = { what: "A word", min: 2, max: 4 };

  test.each(["ab", "abcd", "  abcd  ", "e\u0301e\u0301e\u0301e\u0301"])(
    "of 2 to 4 characters may be %j",
    (word) => {
      expect(text(word, RULE)).toBe(word.normalize("NFC").trim());
    },
  );

  test.each(["a", " a ", "abcde", "", "😀😀a"])("of 2 to 4 characters cannot be %j", (word) => {
    expect(() => text(word, RULE)).toThrow("A word is");
  });

  test("is the same however its accents are composed", () => {
    expect(fold("Cafe\u0301")).toBe(fold("CAFÉ"));
  });
});
