import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { contextHeaders } from "../../../src/interface/playground/app/context-headers.js";
import { curlSnippet, fetchSnippet } from "../../../src/interface/playground/app/snippets.js";
import { pageStorage, withoutKeys } from "../../../src/interface/playground/app/storage.js";

const KEY = "plinth_admin_secret";
const HEADERS = `{ "Authorization": "Bearer ${KEY}", "Plinth-Locale": "de" }`;
const TABS = JSON.stringify({
  activeTabIndex: 0,
  tabs: [
    { id: "1", hash: HEADERS, query: "{ shop }", headers: HEADERS },
    { id: "2", headers: null },
  ],
});

/** Stores as browsers have them: their keys are properties. */
const store = () => {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  return { items, methods };
};

describe("the storage of the playground", () => {
  test("keeps headers for a reload, and the admin key for the session only", () => {
    const [local, session] = [store(), store()];
    const storage = pageStorage("admin", { local: local.methods, session: session.methods });

    storage.setItem("graphiql:tabState", TABS);
    storage.setItem("graphiql:headers", HEADERS);

    expect(storage.getItem("graphiql:tabState")).toBe(TABS);
    expect(JSON.stringify(local.items)).not.toContain(KEY);
    expect(JSON.stringify(local.items)).toContain("Plinth-Locale");
    const later = pageStorage("admin", { local: local.methods, session: store().methods });
    expect(JSON.parse(later.getItem("graphiql:headers") ?? "")).toEqual({
      Authorization: "Bearer <admin key>",
      "Plinth-Locale": "de",
    });
  });

  test.each([
    ["headers that are no JSON yet", `{ "Authorization": "Bearer ${KEY}", `],
    ["headers in single quotes", `{ 'authorization': 'Bearer ${KEY}' }`],
    [
      "tabs of which one is not understood",
      JSON.stringify({ tabs: [{ headers: `authorization ${KEY}` }] }),
    ],
  ])("keeps no key of %s", (_name, text) => {
    expect(withoutKeys(text) ?? "").not.toContain(KEY);
  });

  test("forgets in both what is removed", () => {
    const [local, session] = [store(), store()];
    const storage = pageStorage("shop", { local: local.methods, session: session.methods });

    storage.setItem("market", "ch");
    storage.removeItem("market");

    expect([local.items, session.items]).toEqual([{}, {}]);
  });
});

describe("the market and the language of the playground", () => {
  const chosen = { getItem: (name: string) => ({ market: "ch", locale: "" })[name] ?? null };

  test("are sent where they are chosen", () => {
    expect(contextHeaders(chosen)).toEqual({ "Plinth-Market": "ch" });
  });

  test("give way to the headers of a tab", () => {
    expect(contextHeaders(chosen, { "plinth-market": "de" })).toEqual({});
  });
});

describe("a request as a program", () => {
  const request = {
    url: "https://shop.example/graphql",
    query: 'query It($q: String) { search(query: $q) { totalCount } } # `a` ${b} \\ "c"',
    variables: { q: "it's 100 % & $HOME `x`" },
    operationName: "It",
    headers: { "Plinth-Market": "ch" },
  };
  const sent = { query: request.query, variables: request.variables, operationName: "It" };

  test("is the same request in JavaScript, whatever characters it has", async () => {
    const calls: [string, RequestInit][] = [];
    const fetch = async (url: string, init: RequestInit) => {
      calls.push([url, init]);
      return new Response("{}");
    };

    const AsyncFunction = (async () => {}).constructor as new (
      ...words: string[]
    ) => (fetched: typeof fetch) => Promise<void>;
    await new AsyncFunction("fetch", fetchSnippet(request))(fetch);

    const [url, init] = calls[0] ?? [];
    expect([url, init?.headers]).toEqual([
      request.url,
      { "Content-Type": "application/json", "Plinth-Market": "ch" },
    ]);
    expect(JSON.parse(init?.body as string)).toEqual(sent);
  });

  test("is the same request in a shell, whatever characters it has", async () => {
    const script = `curl() { printf '%s\\n' "$@"; }\n${curlSnippet(request)}`;
    const { stdout } = await promisify(execFile)("sh", ["-c", script]);
    const words = stdout.trimEnd().split("\n");

    expect(words.slice(0, -1)).toEqual([
      request.url,
      "-H",
      "Content-Type: application/json",
      "-H",
      "Plinth-Market: ch",
      "--data-binary",
    ]);
    expect(JSON.parse(words.at(-1) ?? "")).toEqual(sent);
  });

  test("has no variables and no name where there are none", () => {
    expect(curlSnippet({ url: "u", query: "{ shop }", headers: {} })).toContain(
      `'{"query":"{ shop }"}'`,
    );
  });
});
