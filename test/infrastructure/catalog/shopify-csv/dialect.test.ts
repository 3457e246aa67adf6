import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { UnusableFile } from "../../../../src/application/shared/unusable-file.js";
import { csv, readCsv } from "../../../builders/csv-file.js";

const TEA = csv("Handle,Title,Variant Price", "gruener-tee,Grüner Tee „Süß“,4.50");
const titles = async (...file: Parameters<typeof readCsv>) =>
  (await readCsv(...file)).all.map(({ record: sheet }) => sheet?.title);

describe("the encoding of a product file", () => {
  test.each([
    ["UTF-8", Buffer.from(TEA), "UTF-8", false],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${TEA}`), "UTF-8", true],
    [
      "UTF-16LE with a byte order mark",
      iconv.encode(TEA, "utf-16le", { addBOM: true }),
      "UTF-16LE",
      true,
    ],
    [
      "UTF-16BE with a byte order mark",
      iconv.encode(TEA, "utf-16be", { addBOM: true }),
      "UTF-16BE",
      true,
    ],
    ["UTF-16LE without one", iconv.encode(TEA, "utf-16le"), "UTF-16LE", false],
    ["UTF-16BE without one", iconv.encode(TEA, "utf-16be"), "UTF-16BE", false],
    ["Windows-1252", iconv.encode(TEA, "windows-1252"), "Windows-1252", false],
  ])("a file in %s is recognised, reported and read", async (_, bytes, encoding, byteOrderMark) => {
    const { dialect, all } = await readCsv(bytes);

    expect(dialect).toMatchObject({ encoding, byteOrderMark, forced: [] });
    expect(all[0]?.record?.title).toBe("Grüner Tee „Süß“");
  });

  test.each([
    ["Shift_JIS", "緑茶,飲み物\n静岡の緑茶です\n".repeat(5)],
    ["GB18030", "中国绿茶,饮料\n来自浙江的绿茶\n".repeat(5)],
    ["windows-1251", "Зелёный чай из Китая, очень вкусный\n"],
    ["windows-1250", "Zielona herbata, świeża żółta łąka\n"],
    ["windows-1250", "Židle a ťuk\n"],
    ["windows-1250", "Kubek biały\n"],
    ["cp850", "grün\n"],
    ["iso-8859-7", "Πράσινο τσάι από την Κίνα\n"],
  ])(
    "text in %s is refused with the advice to give its encoding, and read with that encoding",
    async (encoding, text) => {
      const bytes = iconv.encode(csv("Title,Description", `Tea,"${text}"`), encoding);

      await expect(readCsv(bytes)).rejects.toMatchObject({
        issues: [
          { code: "UNKNOWN_ENCODING", advice: expect.stringContaining("--encoding") as string },
        ],
      });
      expect((await readCsv(bytes, { encoding })).all[0]?.record?.descriptionHtml).toBe(
        text.trim(),
      );
    },
  );

  test.each([
    "Café crème",
    "Größe 42",
    "Tasse “blue” – 12 €",
    "L'été à la plage, déjà vu",
    "Smørrebrød på dansk",
    "Jalapeño",
    "18 °C, 5 m² & ½ l",
  ])("%j in Windows-1252 is recognised", async (title) => {
    expect(
      await titles(iconv.encode(csv("Title,Vendor", `"${title}",Plinth`), "windows-1252")),
    ).toEqual([title]);
  });

  test("the refusal of Japanese text names Shift_JIS", async () => {
    const bytes = iconv.encode(
      csv("Title", "緑茶です飲み物", ...Array<string>(5).fill("静岡の緑茶です")),
      "Shift_JIS",
    );

    await expect(readCsv(bytes)).rejects.toThrow("it looks like Shift_JIS");
  });

  test.each([
    ["an unknown encoding", Buffer.from(TEA), { encoding: "utf-99" }, "UNKNOWN_ENCODING"],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004rest"), {}, "NOT_TEXT"],
    [
      "bytes that are no text",
      Buffer.from([0x54, 0x00, 0x69, 0x74, 0x6c, 0x65, 0x2c, 0x41, 0x42, 0x43]),
      {},
      "NOT_TEXT",
    ],
    ["an empty file", Buffer.alloc(0), {}, "EMPTY_FILE"],
    ["blank lines only", "\n\n", {}, "EMPTY_FILE"],
    ["a header without rows", csv("Handle,Title"), {}, "NO_ROWS"],
    ["a first line without known columns", csv("a,b,c", "1,2,3"), {}, "NO_HEADER"],
  ])("%s is refused with a reason", async (_, content, options, code) => {
    const error = await readCsv(content, options).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(UnusableFile);
    expect(error).toMatchObject({ issues: [{ code, advice: expect.any(String) as string }] });
  });
});

describe("delimiter and line ends", () => {
  test.each([
    [",", "comma"],
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "pipe"],
  ])("the delimiter %j is recognised, and can be given", async (delimiter, spoken) => {
    const content = TEA.replaceAll(",", delimiter);

    expect((await readCsv(content)).dialect).toMatchObject({ delimiter, forced: [] });
    expect((await readCsv(content, { delimiter: spoken })).dialect).toMatchObject({
      delimiter,
      forced: ["delimiter"],
    });
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ] as const)(
    "the line end %s is recognised; line ends inside cells do not count",
    async (lineEnds, end) => {
      const content = [
        "Title,Description",
        'Tea,"green\nfresh"',
        'Mug,"blue\r\nround"',
        "Pot,clay",
        "",
      ].join(end);

      const { dialect, all } = await readCsv(content);

      expect(dialect.lineEnds).toBe(lineEnds);
      expect(all.map(({ record: sheet }) => [sheet?.location.line, sheet?.title])).toEqual([
        [2, "Tea"],
        [4, "Mug"],
        [6, "Pot"],
      ]);
    },
  );

  test("mixed line ends are read and reported", async () => {
    const { dialect, all } = await readCsv("Title\r\nTea\nMug\rPot\r\n");

    expect(dialect.lineEnds).toBe("mixed");
    expect(all.map(({ name }) => name)).toEqual(["tea", "mug", "pot"]);
  });

  test("lines are numbered as in an editor, also blank lines and lines inside cells", async () => {
    const { all } = await readCsv('\nTitle,Description\n\nTea,"a\n\nb\r\nc"\n,,\nMug,\n');

    expect(all.map(({ record: sheet }) => [sheet?.title, sheet?.location.line])).toEqual([
      ["Tea", 4],
      ["Mug", 9],
    ]);
  });

  test.each([
    ["opens the first line and is never closed", '"Handle,Title\nmug,Mug\n', "QUOTE_NOT_CLOSED", 1],
    ["is never closed", 'Handle,Title\nmug,Mug\ntea,"Tea\npot,Pot\n', "QUOTE_NOT_CLOSED", 3],
    ["is in the middle of a cell", 'Handle,Title\nvinyl,12" vinyl\n', "STRAY_QUOTE", 2],
    ["is followed by more text", 'Handle,Title\nmug,Mug\nvinyl,"12" vinyl\n', "STRAY_QUOTE", 3],
  ])(
    "a quotation mark that %s makes the file unusable, and the issue has the line of its record",
    async (_, content, code, line) => {
      await expect(readCsv(content)).rejects.toMatchObject({ issues: [{ code, line }] });
    },
  );
});

describe("a first line that names the delimiter", () => {
  test.each([
    ["sep=;\nTitle;Price\nMug;4.50\n", ";"],
    ["\uFEFFSEP=|\r\nTitle|Price\r\nMug|4.50\r\n", "|"],
    ['"sep=^"\nTitle^Price\nMug^4.50\n', "^"],
    ["sep=\\t\nTitle\tPrice\nMug\t4.50\n", "\t"],
    ["sep=;\nTitle,Price\nMug,4.50\n", ","],
  ])("is no record: %j", async (text, delimiter) => {
    const { all, dialect } = await readCsv(text);

    expect(dialect.delimiter).toBe(delimiter);
    expect(all).toMatchObject([
      { record: { title: "Mug", location: { line: 3 }, variants: [{ price: "4.50" }] } },
    ]);
  });
});
