import { describe, expect, test } from "vitest";
import type { DOCUMENT_LIMITS } from "../../src/application/shared/document-limits.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import { openWorld } from "./world.js";

const LIMITS = {
  documentTokens: 100,
  documentNesting: 20,
  documentDepth: 3,
  documentFields: 10,
  documentAliases: 2,
  documentDirectives: 3,
  directivesInOnePlace: 1,
  rootFields: 4,
  rootMutations: 1,
  repeatedFields: 5,
} as const;

/** One document beyond each limit, and the limit as the client is told it. */
const BEYOND: Readonly<Record<keyof typeof DOCUMENT_LIMITS, readonly [string, string]>> = {
  documentTokens: ["TOKENS", `{ ${"__typename ".repeat(100)} }`],
  documentNesting: ["NESTING", `{ nodes(ids: ${"[".repeat(20)}${"]".repeat(20)}) { id } }`],
  documentDepth: ["DEPTH", "{ products { nodes { variants { nodes { id } } } } }"],
  documentFields: ["FIELDS", `{ shop { ${"locale ".repeat(11)} } }`],
  documentAliases: ["ALIASES", "{ a: __typename b: __typename c: __typename }"],
  documentDirectives: ["DIRECTIVES", `{ shop { ${"locale @skip(if: false) ".repeat(4)} } }`],
  directivesInOnePlace: [
    "DIRECTIVES_IN_ONE_PLACE",
    "{ __typename @skip(if: false) @include(if: true) }",
  ],
  rootFields: ["ROOT_FIELDS", `{ ${"__typename ".repeat(5)} }`],
  rootMutations: ["ROOT_MUTATIONS", "mutation { __typename a: __typename }"],
  repeatedFields: ["REPEATED_FIELDS", `{ shop { ${"locale ".repeat(9)} } }`],
};

const refusalsOf = async (limits: Readonly<Record<string, number>>) => {
  const counted: string[] = [];
  const { admin } = await openWorld({
    limits,
    counters: { reached: (limit, who) => void counted.push(`${limit} ${who}`) },
  });
  const refused: unknown[] = [];
  for (const [, query] of Object.values(BEYOND)) {
    const contextValue = await admin.context({
      viewer: GUEST,
      requestId: "request-1",
      market: undefined,
      locale: undefined,
      client: "192.0.2.1",
    });
    const { body } = await admin.server.executeOperation({ query }, { contextValue });
    refused.push(
      body.kind === "single" ? body.singleResult.errors?.[0]?.extensions?.["limit"] : null,
    );
  }
  return { refused, counted };
};

describe("the limits of documents", () => {
  test("can be set, and are counted with the client when they refuse a document", async () => {
    const { refused, counted } = await refusalsOf(LIMITS);

    expect(refused).toEqual(Object.values(BEYOND).map(([told]) => told));
    expect(counted).toEqual(Object.keys(BEYOND).map((name) => `${name} 192.0.2.1`));
  });

  test("can be switched off, but for the depth that the parser can take", async () => {
    const off = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, Infinity]));
    const { counted } = await refusalsOf(off);
    expect(counted).toEqual([]);

    const { shop } = await openWorld({ limits: off });
    const contextValue = await shop.context({
      viewer: GUEST,
      requestId: "request-1",
      market: undefined,
      locale: undefined,
    });
    const { body } = await shop.server.executeOperation(
      { query: `{ nodes(ids: ${"[".repeat(5_000)}${"]".repeat(5_000)}) { id } }` },
      { contextValue },
    );
    expect(body.kind === "single" && body.singleResult.errors?.[0]?.extensions).toMatchObject({
      limit: "NESTING",
      maximum: 500,
    });
  });
});
