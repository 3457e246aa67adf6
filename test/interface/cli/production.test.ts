import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runPlinth, startPlinth, type RunningPlinth } from "../../e2e/plinth-process.js";
import { emptyFolder, PROCESS_TIMEOUT_MS } from "./spawn-plinth.js";

const KEY = "kq8Zr2Wm5Tn7Yb3Xc9Vd4Fg6Hj1Lp0Sa";
const STORE = "https://www.example.com";
const POST = { method: "POST", headers: { "content-type": "application/json" } } as const;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The built program as an operator starts it: everything that no setting opens is closed. */
describe("a shop in production", () => {
  let plain: RunningPlinth;
  let opened: RunningPlinth;

  const start = (settings: Readonly<Record<string, string>>) =>
    startPlinth({
      PLINTH_MODE: "production",
      PLINTH_DATA_DIR: emptyFolder(),
      PLINTH_ADMIN_KEY: KEY,
      PLINTH_LOG_LEVEL: "info",
      ...settings,
    });

  beforeAll(async () => {
    [plain, opened] = await Promise.all([
      start({}),
      start({
        PLINTH_INTROSPECTION: "on",
        PLINTH_CORS_ORIGINS: STORE,
        PLINTH_TRUST_PROXY: "127.0.0.1",
        PLINTH_UPLOAD_MIB: "1",
      }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([plain.stop(), opened.stop()]);
  });

  const answer = async (url: string, init: RequestInit = {}): Promise<Answer> => {
    const { status, headers, ...response } = await fetch(url, init).then(async (found) => ({
      status: found.status,
      headers: found.headers,
      text: await found.text(),
    }));
    return { status, headers, text: response.text };
  };
  const ask = ({ url }: RunningPlinth, query: string, headers: Record<string, string> = {}) =>
    answer(`${url}/graphql`, {
      ...POST,
      headers: { ...POST.headers, ...headers },
      body: JSON.stringify({ query }),
    });
  const askStaff = ({ url }: RunningPlinth, headers: Record<string, string>) =>
    answer(`${url}/admin/graphql`, {
      ...POST,
      headers: { ...POST.headers, ...headers },
      body: JSON.stringify({ query: "{ __typename }" }),
    });

  test("does not answer introspection unless it is switched on", async () => {
    const query = "{ __schema { queryType { name } } }";

    expect((await ask(plain, query)).text).toContain("Introspection is disabled");
    expect(JSON.parse((await ask(opened, query)).text)).toMatchObject({
      data: { __schema: { queryType: { name: "Query" } } },
    });
  });

  test("gives no hints about the schema, whatever else is switched on", async () => {
    for (const server of [plain, opened])
      expect((await ask(server, "{ prodct { id } }")).text).not.toContain("Did you mean");
  });

  test("answers no query of a foreign page without a preflight", async () => {
    const query = encodeURIComponent("{ __typename }");

    expect((await answer(`${plain.url}/graphql?query=${query}`)).status).toBe(400);
    expect(
      (
        await answer(`${plain.url}/graphql?query=${query}`, {
          headers: { "apollo-require-preflight": "true" },
        })
      ).status,
    ).toBe(200);
  });

  test("allows the listed origins to read answers, and no others", async () => {
    const origin = async (server: RunningPlinth, from: string) =>
      (await ask(server, "{ __typename }", { origin: from })).headers.get(
        "access-control-allow-origin",
      );

    expect(await origin(plain, STORE)).toBeNull();
    expect(await origin(plain, "http://localhost:3000")).toBeNull();
    expect(await origin(opened, STORE)).toBe(STORE);
    expect(await origin(opened, "https://evil.example")).toBeNull();
  });

  test("accepts its admin key and no other", async () => {
    const key = { authorization: `Bearer ${KEY}` };

    expect((await askStaff(plain, key)).status).toBe(200);
    expect((await askStaff(plain, { authorization: `Bearer ${KEY}x` })).status).toBe(401);
    expect((await askStaff(plain, {})).status).toBe(401);
  });

  test("serves a market as soon as it is opened", async () => {
    const market = async (): Promise<Answer> =>
      ask(plain, "{ shop { market { key } } }", { "plinth-market": "north" });
    expect((await market()).text).toContain("UNKNOWN_MARKET");

    const { text } = await answer(`${plain.url}/admin/graphql`, {
      ...POST,
      headers: { ...POST.headers, authorization: `Bearer ${KEY}` },
      body: JSON.stringify({
        query: `mutation { marketCreate(input: { market: { key: "north" } }) { userErrors { message } } }`,
      }),
    });

    expect(text).toContain('"userErrors":[]');
    expect((await market()).text).toContain('"key":"north"');
  });

  test("trusts only the configured proxies", async () => {
    const key = { authorization: `Bearer ${KEY}`, "x-forwarded-for": "203.0.113.7" };
    const [unnamed, named] = [await askStaff(plain, key), await askStaff(opened, key)];

    expect([unnamed.status, unnamed.text]).toEqual([
      403,
      expect.stringContaining("is not listed in PLINTH_TRUST_PROXY"),
    ]);
    expect([named.status, named.text]).toEqual([
      403,
      expect.stringContaining("only from the machine that runs Plinth"),
    ]);
    await expect.poll(() => opened.output(), { timeout: 5_000 }).toContain('"peer":"203.0.113.7"');
  });

  test("accepts pictures up to the configured length", async () => {
    const upload = (bytes: number) =>
      answer(`${opened.url}/admin/media`, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}`, "content-type": "image/png" },
        body: new Uint8Array(bytes),
      });

    expect((await upload(1_048_576)).status).toBe(415);
    expect((await upload(1_048_577)).status).toBe(413);
  });

  test("has neither playground nor landing page, and forbids frames", async () => {
    const page = await answer(`${plain.url}/playground`, { redirect: "manual" });
    const root = await answer(`${plain.url}/`, { redirect: "manual" });

    expect([page.status, root.status]).toEqual([404, 404]);
    expect(Object.fromEntries(root.headers)).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=31536000",
    });
  });

  test("does not write the key into its log", async () => {
    await askStaff(plain, { authorization: `bearer ${KEY}` });

    expect(plain.output()).not.toContain(KEY);
  });
});

/** Idempotency keys of clients are recognised by the secret that their inputs were hashed with. */
test(
  "a server with another secret than that of its store does not start, until the secret is changed or accepted",
  async () => {
    const [one, two, three] = [1, 2, 3].map(() => randomBytes(32).toString("base64url")) as [
      string,
      string,
      string,
    ];
    const folder = emptyFolder();
    const settings = (secret: string, more: Readonly<Record<string, string>> = {}) => ({
      PLINTH_MODE: "production",
      PLINTH_DATA_DIR: folder,
      PLINTH_ADMIN_KEY: KEY,
      PLINTH_SECRET: secret,
      ...more,
    });
    let output = "";
    const starts = async (environment: Readonly<Record<string, string>>): Promise<boolean> => {
      const server = await startPlinth(environment).catch((error: unknown) => {
        output += String(error);
        return null;
      });
      output += server?.output() ?? "";
      await server?.stop("SIGKILL");
      return server !== null;
    };

    expect(await starts(settings(one))).toBe(true);
    expect(await starts(settings(two))).toBe(false);
    expect(output).toContain("PLINTH_SECRET is not the secret that this store is used with");
    expect(await starts(settings(two, { PLINTH_SECRET_PREVIOUS: one }))).toBe(true);
    const accepted = await runPlinth(["secret", "accept", "--yes"], settings(three));
    expect(await starts(settings(three))).toBe(true);

    for (const secret of [one, two, three])
      expect(output + accepted.out + accepted.err).not.toContain(secret);
  },
  PROCESS_TIMEOUT_MS,
);
