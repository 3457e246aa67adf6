import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { runPlinth } from "../e2e/plinth-process.js";
import { project, RESOLUTIONS, SHOP } from "./codegen-project.js";
import { tadaProject } from "./tada-project.js";
import { tool } from "./workbench.js";

const { url, data } = inject("plinth");

type Manifest = Readonly<Record<string, string>>;

const manifestOf = (file: string): Manifest => JSON.parse(readFileSync(file, "utf8")) as Manifest;

const publish = (file: string) =>
  runPlinth(["documents", "publish", file], { PLINTH_DATA_DIR: data });

/** The id of the document with this operation. */
const idOf = (manifest: Manifest, operation: string): string =>
  Object.entries(manifest).find(([, text]) => text.includes(`query ${operation}(`))?.[0] ?? "";

/** Calls a document by GET, without sending its text. */
const call = async (documentId: string, variables: object = {}) => {
  const answer = await fetch(
    `${url}/graphql?${new URLSearchParams({ documentId, variables: JSON.stringify(variables) })}`,
    { headers: { "apollo-require-preflight": "1" } },
  );
  return {
    status: answer.status,
    etag: answer.headers.get("etag"),
    body: (await answer.json()) as {
      readonly data?: { readonly products: { readonly nodes?: unknown[]; edges?: unknown[] } };
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    },
  };
};

describe.each(["sha1", "sha256"] as const)(
  "the manifest of graphql-codegen's client-preset with persistedDocuments and %s",
  (hashAlgorithm) => {
    let [file, generated] = ["", ""];
    beforeAll(async () => {
      const { folder, config } = project(`trusted-${hashAlgorithm}`, SHOP, RESOLUTIONS.nodenext);
      const { "pages/gql/": output } = config.generates;
      const files = (await generate(
        {
          ...config,
          generates: {
            "pages/gql/": { ...output, presetConfig: { persistedDocuments: { hashAlgorithm } } },
          },
        },
        false,
      )) as readonly { readonly filename: string; readonly content: string }[];
      for (const { filename, content } of files)
        writeFileSync(join(folder, "pages/gql", filename.split("/").at(-1) ?? ""), content);
      file = join(folder, "pages/gql/persisted-documents.json");
      generated = readFileSync(join(folder, "pages/gql/graphql.ts"), "utf8");
    });

    test("is published, and its documents are answered by the hash that the generated code has", async () => {
      const manifest = manifestOf(file);
      const id = idOf(manifest, "ProductList");

      const published = await publish(file);
      const answer = await call(id, { first: 2 });

      expect(published).toMatchObject({ code: 0 });
      expect(published.out).toContain(`${Object.keys(manifest).length} documents published`);
      expect(generated).toContain(`"hash":"${id}"`);
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
      expect(answer.body.data?.products.edges).toHaveLength(2);
      expect(answer.etag).toMatch(/^(W\/)?".+"$/);
    });
  },
);

/** The tool is started several times, and each start takes seconds. */
const PATIENCE = 300_000;

describe("the manifest of gql.tada", () => {
  const NONE = `sha256:${"0".repeat(64)}`;
  const build = async (name: string, id: string) => {
    const { folder } = await tadaProject(name, {
      page: (text) => `${text}\nexport const Called = graphql.persisted("${id}", ProductList);\n`,
    });
    const file = join(folder, "persisted.json");
    const outcome = await tool("gql.tada", ["generate-persisted", "--output", file], folder);
    expect(outcome).toMatchObject({ code: 0 });
    return { folder, file, manifest: manifestOf(file) };
  };
  let draft: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    draft = await build("persisted-draft", NONE);
  }, PATIENCE);

  test(
    "is published, and its documents are answered by the hash that the tool checks",
    { timeout: PATIENCE },
    async () => {
      const text = draft.manifest[NONE] ?? "";
      const id = `sha256:${createHash("sha256").update(text).digest("hex")}`;
      const { folder, file, manifest } = await build("persisted", id);
      const checked = await tool("gql.tada", ["check", "--fail-on-warn"], folder);

      const published = await publish(file);
      const answer = await call(id);

      expect(checked).toMatchObject({ code: 0 });
      expect(manifest).toEqual({ [id]: text });
      expect(published).toMatchObject({ code: 0 });
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
      expect(answer.body.data?.products.nodes).toHaveLength(5);
    },
  );

  test("with a hash of another text is refused, and its document is not answered", async () => {
    const published = await publish(draft.file);
    const answer = await call(NONE);

    expect([published.code, published.err]).toEqual([
      3,
      expect.stringContaining("its id is not the sha256 of its text"),
    ]);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([
      404,
      "DOCUMENT_NOT_FOUND",
    ]);
  });
});
