import { buildSchema, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { compiledExecutor } from "../../src/interface/graphql/execution/compiled-executor.js";
import { documentStore } from "../../src/interface/graphql/execution/document-store.js";
import { countedLimits } from "./http/toy-server.js";

/** About 400 KB in memory: a thousand tokens. */
const documents = Array.from({ length: 4 }, (_, n) =>
  parse(`query Number${n} { ${"stock ".repeat(1_000)} }`),
);

describe("documents that are kept", () => {
  test("need no more memory than is set", async () => {
    const counters = countedLimits();
    const store = documentStore(1, counters);

    for (const [n, document] of documents.entries()) await store.set(String(n), document);

    expect(await store.get("0")).toBeUndefined();
    expect(await store.get("3")).toBe(documents[3]);
    expect(counters.reachedLimits).toEqual(
      Array.from({ length: 2 }, () => ["cachedDocumentsMib", undefined]),
    );
  });

  test("need no more memory than is set for their programs", async () => {
    const counters = countedLimits();
    const execute = compiledExecutor(buildSchema("type Query { stock: Int }"), {
      keptMib: 4,
      counters,
    });

    for (const [n, document] of documents.entries())
      for (let use = 0; use < 2; use += 1)
        await execute({
          document,
          queryHash: String(n),
          context: {},
          request: {},
        });

    expect(counters.reachedLimits).toEqual(
      Array.from({ length: 2 }, () => ["cachedProgramsMib", undefined]),
    );
  });
});
