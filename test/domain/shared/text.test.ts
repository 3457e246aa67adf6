import { describe, expect, test } from "vitest";
import { fold, InvalidText, text } from "../../../src/domain/shared/text.js";

const title = (raw: string) => text(raw, { what: "The title", max: 10, min: 1 });

describe("text", () => {
  test("is stored composed, trimmed and on one line", () => {
    expect(title("  e\u0301te\u0301\r\nbleu ")).toBe("été bleu");
  });

  test.each([
    ["half of a character", "a\uD800"],
    ["a zero byte", "a\u0000b"],
    ["an escape sequence", "\u001B[31mred"],
    ["a reversed direction", "\u202Egnp.exe"],
    ["nothing", "   "],
    ["more than its field", "12345678901"],
  ])("%s is refused", (_, raw) => {
    expect(() => title(raw)).toThrow(InvalidText);
  });

  test("in texts of several lines, line ends stay as they are", () => {
    expect(
      text("<p>one</p>\r\n<p>two</p>\n", { what: "The description", max: 100, multiline: true }),
    ).toBe("<p>one</p>\r\n<p>two</p>");
  });
});

describe("the folded form", () => {
  test("forgets case, accents and width, and nothing else", () => {
    expect(fold("  Crème  BRÛLÉE ")).toBe("creme brulee");
    expect(fold("Straße")).toBe(fold("STRASSE"));
    expect(fold("ＡＢＣ１２")).toBe("abc12");
    expect(fold("İstanbul")).toBe("istanbul");
  });

  test("keeps letters apart that only look as if they had an accent", () => {
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("ほうれん草")).toBe("ほうれん草");
    expect(fold("हिन्दी")).toBe("हिन्दी");
  });
});
