import { createHash } from "node:crypto";
import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { GUEST } from "../../src/application/shared/viewer.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { compiledExecutor } from "../../src/interface/graphql/execution/compiled-executor.js";
import { documentStore, memoryOf } from "../../src/interface/graphql/execution/document-store.js";
import { openWorld } from "./world.js";

const schema = await buildShopSchema();
const { shop } = await openWorld();

const fields = (n: number): string =>
  Array.from(
    { length: 25 },
    (_, field) =>
      `a${field}_${n}: variants(first: 1) { nodes { id sku price { amount currency formatted } optionValues { name value } } }`,
  ).join(" ");
const large = (n: number): string => `{ product(by: { slug: "mug-1" }) { ${fields(n)} } }`;

/** Asks each document three times. @returns of which of them the program is still there */
const compiledAmong = async (documents: readonly string[]): Promise<readonly boolean[]> => {
  let by = "";
  const execute = compiledExecutor(schema, { onAnswer: (who) => (by = who) });
  const ask = async (text: string): Promise<string> => {
    const context = await shop.context({
      viewer: GUEST,
      requestId: "request-1",
      market: undefined,
      locale: undefined,
    });
    await execute({
      document: parse(text),
      queryHash: createHash("sha256").update(text).digest("hex"),
      context,
      request: {},
    });
    return by;
  };
  for (const text of documents) for (let time = 0; time < 3; time += 1) await ask(text);
  const last: boolean[] = [];
  for (const text of documents.toReversed()) last.push((await ask(text)) === "program");
  return last.toReversed();
};

describe("a client with ever new documents", () => {
  test("does not fill the memory with documents or their comments", async () => {
    const store = documentStore();
    const [commented, plain] = [
      parse(`{ shop { locale } }${"#\n".repeat(80_000)}`),
      Array.from({ length: 400 }, (_, n) => parse(large(n))),
    ];

    await store.set("commented", commented);
    for (const [n, document] of plain.entries()) await store.set(String(n), document);

    const kept = (await Promise.all(plain.map((_, n) => store.get(String(n))))).filter(
      (document) => document !== undefined,
    );
    expect(await store.get("commented")).toBeUndefined();
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.reduce((sum, document) => sum + memoryOf(document), 0)).toBeLessThan(
      33 * 1024 * 1024,
    );
  });

  test("does not fill the memory with programs, and documents of usual size keep theirs", async () => {
    const usual = Array.from(
      { length: 100 },
      (_, n) =>
        `{ product(by: { slug: "mug-${n}" }) { title variants { nodes { sku price { amount } } } } }`,
    );

    expect((await compiledAmong(usual)).filter(Boolean)).toHaveLength(100);
    expect(
      (await compiledAmong(Array.from({ length: 110 }, (_, n) => large(n)))).filter(Boolean).length,
    ).toBeLessThan(110);
    expect(await compiledAmong([`{ shop { locale } }${"#\n".repeat(80_000)}`])).toEqual([false]);
  });
});
