import { createHash } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { documentsCommand } from "../../../src/interface/cli/documents-command.js";
import { plinth, runPlinth } from "../../../src/interface/cli/plinth.js";
import { cliShop } from "./cli-shop.js";

const hashOf = (text: string, name = "sha256") => createHash(name).update(text).digest("hex");

const PAGE = "query Page { products(first: 1) { nodes { slug } } }";
const MENU = "query Menu { collections { nodes { title } } }";

const saved = async (manifest: unknown): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), "plinth-manifest-")), "manifest.json");
  await writeFile(file, typeof manifest === "string" ? manifest : JSON.stringify(manifest));
  return file;
};

describe("plinth documents", () => {
  let shop: ReturnType<typeof cliShop>;
  beforeEach(() => {
    shop = cliShop();
  });
  const publish = async (manifest: unknown, ...options: readonly string[]) =>
    shop.run("documents", "publish", await saved(manifest), ...options);
  const listed = async (...options: readonly string[]) =>
    (await shop.run("documents", "list", ...options)).out;

  test.each([
    ["graphql-codegen", { [hashOf(PAGE, "sha1")]: PAGE, [hashOf(MENU, "sha1")]: MENU }, "sha1:"],
    ["gql.tada", { [`sha256:${hashOf(PAGE)}`]: PAGE, [`sha256:${hashOf(MENU)}`]: MENU }, "sha256:"],
    ["Relay", { [hashOf(PAGE, "md5")]: PAGE, [hashOf(MENU, "md5")]: MENU }, "md5:"],
    [
      "Apollo",
      {
        format: "apollo-persisted-query-manifest",
        version: 1,
        operations: [
          { id: hashOf(PAGE), name: "Page", type: "query", body: PAGE },
          { id: hashOf(MENU), name: "Menu", type: "query", body: MENU },
        ],
      },
      "sha256:",
    ],
  ])("publishes the manifest of %s, and again without a change", async (_, manifest, prefix) => {
    const first = await publish(manifest);
    const second = await publish(manifest);

    expect([first.code, first.out]).toEqual([
      0,
      "2 documents published, 0 were already. For the shop API.\n",
    ]);
    expect(second.out).toBe("0 documents published, 2 were already. For the shop API.\n");
    const list = await listed();
    expect(list).toContain(prefix);
    expect(list).toContain("| Page ");
    expect(list).toContain("2 of 2 documents for the shop API.");
  });

  test("checks without publishing in a dry run", async () => {
    const { out } = await publish({ page: PAGE }, "--dry-run");

    expect(out).toBe("1 document would be published, 0 are already. For the shop API.\n");
    expect(await listed()).toBe("No document is published for the shop API.\n");
  });

  test("publishes nothing of a manifest with an invalid document, and names each", async () => {
    const deep = `query Deep { products { nodes { collections(first: 1) { nodes ${"{ parent ".repeat(12)} { id } ${"}".repeat(13)} } } }`;
    const { code, err } = await publish({
      page: PAGE,
      unknown: "query Unknown { prodcts { nodes { id } } }",
      syntax: "query {",
      deep,
      brackets: `query Lists { product(by: { id: ${"[".repeat(400)}${"]".repeat(400)} }) { id } }`,
      none: "fragment F on Product { id }",
      two: `${PAGE} ${MENU}`,
      mutation: "mutation Staff { productsDelete(input: { ids: [] }) { warnings { code } } }",
    });

    expect(code).toBe(3);
    expect(err.trim().split("\n")).toHaveLength(8);
    for (const part of [
      'document unknown cannot be published: Cannot query field "prodcts" on type "Query". Did you mean "products"',
      "document syntax cannot be published: Syntax Error",
      "document deep cannot be published: The document exceeds the limit of 12 for its depth",
      "document brackets cannot be published: The document exceeds the limit of 100 for its nesting",
      "document none cannot be published: it has 0 operations",
      "document two cannot be published: it has 2 operations",
      'Cannot query field "productsDelete"',
      "Nothing was published.",
    ])
      expect(err).toContain(part);
    expect(await listed()).toBe("No document is published for the shop API.\n");
  });

  test("publishes nothing of documents whose ids are not theirs, and names each", async () => {
    const { code, err } = await publish({
      page: PAGE,
      [hashOf("another text")]: PAGE,
      [`sha1:${hashOf("another text", "sha1")}`]: PAGE,
      "not an id": PAGE,
      [hashOf(PAGE)]: PAGE,
      long: PAGE.padEnd(100_001),
    });

    expect(code).toBe(3);
    expect(err.trim().split("\n")).toEqual([
      expect.stringContaining("its id is not the sha256 of its text"),
      expect.stringContaining("its id is not the sha1 of its text"),
      expect.stringContaining("document not an id cannot be published: its id is not made of"),
      expect.stringContaining("it has 100001 characters, and at most 100000 are allowed"),
      "Nothing was published.",
    ]);
    expect(await listed()).toBe("No document is published for the shop API.\n");
  });

  test.each([
    ["is not JSON", "{", "it is not JSON"],
    ["is a list", [], "not an object"],
    ["is empty", {}, "it has no documents"],
    ["has another format", { format: "other", version: 1, operations: [] }, "its format is not"],
    ["has a document that is no text", { page: { text: PAGE } }, "the document page is not a text"],
    [
      "has too many documents",
      Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`d${index}`, PAGE])),
      "at most 5000",
    ],
  ])("does not take a file that %s", async (_, manifest, reason) => {
    const { code, err } = await publish(manifest);

    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
  });

  test("does not take a file with more bytes than a manifest has, or none", async () => {
    await expect(publish(" ".repeat(16 * 1024 * 1024 + 1))).rejects.toThrow("has more than");
    await expect(shop.run("documents", "publish", "/nowhere/manifest.json")).rejects.toThrow(
      "cannot be read",
    );
  });

  test("keeps the documents of the two APIs apart", async () => {
    const staff = { staff: "query Staff { products(first: 1) { nodes { version } } }" };

    expect((await publish(staff)).code).toBe(3);
    expect((await publish(staff, "--api", "admin")).code).toBe(0);

    expect(await listed()).toBe("No document is published for the shop API.\n");
    expect(await listed("--api", "admin")).toContain("| staff ");
  });

  test("retires documents by their ids, and those that no build publishes any more", async () => {
    await publish({ page: PAGE, menu: MENU });

    const one = await shop.run("documents", "retire", "page", "unknown", "--yes");
    // The shop is of the year 2026, on its own clock.
    const none = await shop.run("documents", "retire", "--unpublished-for", "9999", "--yes");

    expect([one.out, none.out]).toEqual(["1 document retired.\n", "0 documents retired.\n"]);
    expect(await listed()).toContain("1 of 1 document for the shop API.");
    const all = await shop.run("documents", "retire", "--unpublished-for", "1", "--yes");
    expect(all.out).toBe("1 document retired.\n");
  });

  test("asks what to retire, and for a confirmation", async () => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const withApp = () => Promise.reject(new Error("It ran all the same."));
    for (const line of [
      "retire --yes",
      "retire page",
      "retire page --unpublished-for 9 --yes",
      "retire --unpublished-for 0 --yes",
      "list --api both",
    ]) {
      const program = plinth({ version: "1.2.3", out, err } as never, [
        documentsCommand({ out, withApp } as never),
      ]);
      expect(await runPlinth(program, ["documents", ...line.split(" ")])).toBe(2);
      expect(String(err.read())).toContain("error:");
    }
  });
});
