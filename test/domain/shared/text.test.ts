import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { fold, InvalidText, text } from "../../../src/domain/shared/text.js";

const title = (raw: string) => text(raw, { what: "The title", max: 10, min: 1 });

describe("text", () => {
  test("is stored in NFC, trimmed and on one line", () => {
    expect(title("  e\u0301te\u0301\r\nbleu ")).toBe("été bleu");
  });

  test.each([
    ["a lone surrogate", "a\uD800"],
    ["a zero byte", "a\u0000b"],
    ["an escape sequence", "\u001B[31mred"],
    ["a bidirectional control", "\u202Egnp.exe"],
    ["nothing", "   "],
    ["a text above the maximum length", "12345678901"],
  ])("with %s is refused", (_, raw) => {
    expect(() => title(raw)).toThrow(InvalidText);
  });

  test("keeps its line breaks if it is multiline", () => {
    expect(
      text("<p>one</p>\r\n<p>two</p>\n", { what: "The description", max: 100, multiline: true }),
    ).toBe("<p>one</p>\r\n<p>two</p>");
  });
});

describe("folded text", () => {
  test("has no case, accents or full width, and is otherwise the same", () => {
    expect(fold("  Crème  BRÛLÉE ")).toBe("creme brulee");
    expect(fold("Straße")).toBe(fold("STRASSE"));
    expect(fold("ＡＢＣ１２")).toBe("abc12");
    expect(fold("İstanbul")).toBe("istanbul");
  });

  test("is the same whether or not another letter has an accent", () => {
    fc.assert(fc.property(fc.string(), (other) => fold(`e${other}e`) === fold(`é${other}é`)));
    expect(fold(" A\tb  c ")).toBe("a b c");
  });

  test("keeps letters that only look as if they had an accent", () => {
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("ほうれん草")).toBe("ほうれん草");
    expect(fold("हिन्दी")).toBe("हिन्दी");
  });
});
