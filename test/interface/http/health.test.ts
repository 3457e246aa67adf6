import { describe, expect, test } from "vitest";
import { mailPreview } from "../../../src/infrastructure/notifications/mail-preview.js";
import { graphqlRequest, KEY, mediaFolder, logTo, toyServer, type Entry } from "./toy-server.js";

describe("the health check", () => {
  test("is live when the process runs, and ready when the database answers", async () => {
    const server = await toyServer();

    const answers = await Promise.all(
      ["/health/live", "/health/ready"].map((url) => server.inject({ method: "GET", url })),
    );

    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [200, '{"status":"live"}'],
      [200, '{"status":"ready"}'],
    ]);
  });

  test.each([
    () => Promise.resolve(false),
    () => Promise.reject(new Error("connect ECONNREFUSED db:3306")),
  ])("reports only that the server is not ready, without a reason", async (isReady) => {
    const server = await toyServer({ isReady });

    const answer = await server.inject({ method: "GET", url: "/health/ready" });

    expect(answer).toMatchObject({ statusCode: 503, body: '{"status":"unavailable"}' });
    expect(answer.headers["retry-after"]).toBe("1");
  });

  test.each([
    [true, 200, '{"status":"ready","search":"loading"}'],
    [false, 503, '{"status":"unavailable","search":"loading"}'],
  ])("says that the search is being loaded, ready or not", async (isReady, statusCode, body) => {
    const server = await toyServer({ isReady: async () => isReady, isSearchLoading: () => true });

    const answer = await server.inject({ method: "GET", url: "/health/ready" });

    expect(answer).toMatchObject({ statusCode, body });
  });

  test("shows services outside to who holds the admin key, and is ready without them", async () => {
    const outside = () =>
      [{ service: "sandbox", state: "OPEN", since: new Date(0), running: 1, waiting: 2 }] as const;
    const server = await toyServer({ outside });
    const ready = (headers: Readonly<Record<string, string>>, remoteAddress = "127.0.0.1") =>
      server.inject({ method: "GET", url: "/health/ready", headers, remoteAddress });
    const withKey = { authorization: `Bearer ${KEY}` };

    const answers = await Promise.all([ready(withKey), ready({}), ready(withKey, "10.1.2.3")]);

    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [
        200,
        '{"status":"ready","outside":[{"service":"sandbox","state":"OPEN","since":"1970-01-01T00:00:00.000Z","running":1,"waiting":2}]}',
      ],
      [200, '{"status":"ready"}'],
      [200, '{"status":"ready"}'],
    ]);
  });

  test("sends one query to the database for many probes at the same time", async () => {
    let [queries, arrived] = [0, 0];
    let answer = (): void => undefined;
    const answered = new Promise<boolean>((resolve) => (answer = () => resolve(true)));
    const server = await toyServer({
      isReady: () => (queries++, answered),
      isStopping: () => (arrived++, false),
    });

    const probes = Array.from({ length: 50 }, () =>
      server.inject({ method: "GET", url: "/health/ready" }),
    );
    await expect.poll(() => arrived, { timeout: 10_000 }).toBe(50);
    answer();
    await Promise.all(probes);

    expect(queries).toBe(1);
  });
});

describe("the front page", () => {
  test("does not exist in production", async () => {
    const server = await toyServer({ playground: null });

    const answers = await Promise.all(
      ["/", "/playground", "/playground/mails", "/admin/playground", "/playground/assets/x.js"].map(
        (url) => server.inject({ method: "GET", url }),
      ),
    );

    for (const answer of answers) expect(answer.statusCode).toBe(404);
  });

  test("redirects a browser from an address of the API to its playground in development", async () => {
    const server = await toyServer({
      playground: { folder: mediaFolder(), mails: () => "", sandbox: null },
    });

    const answers = await Promise.all(
      ["/graphql", "/admin/graphql"].map((url) =>
        server.inject({ method: "GET", url, headers: { accept: "text/html,*/*" } }),
      ),
    );

    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [302, "/playground"],
      [302, "/admin/playground"],
    ]);
  });

  test("has a page with the mails in each language, which runs no script, in development", async () => {
    const mails = mailPreview("Fern <Clay>");
    const server = await toyServer({ playground: { folder: mediaFolder(), mails, sandbox: null } });

    const [english, german, forged] = await Promise.all(
      ["", "?language=de-AT", "?language=%3Cscript%3E"].map((query) =>
        server.inject({ method: "GET", url: `/playground/mails${query}` }),
      ),
    );

    expect(english?.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src/);
    expect(english?.payload).toContain("Refund for your order 4820375196");
    expect(german?.payload).toContain("Erstattung zu Ihrer Bestellung 4820375196");
    expect(forged?.payload).toBe(english?.payload);
    expect(english?.payload).not.toMatch(/<script|<Clay>/);
  });

  test("is not shown to a browser at an address of the API in production", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/graphql",
      headers: { accept: "text/html" },
    });

    expect(answer.headers["content-type"]).toContain("json");
  });
});

describe("the log of requests", () => {
  test("contains the operation and the result, but no content of the request", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    const question = {
      query: 'query Who { asked { viewer } } # "hunter2"',
      operationName: "Who",
      variables: { a: "hunter2" },
    };
    const answer = await server.inject({
      ...graphqlRequest("", { authorization: "Bearer hunter2" }),
      payload: JSON.stringify(question),
    });

    expect(entries).toContainEqual({
      level: "info",
      message: "Answered.",
      viewer: "guest",
      operation: "Who",
      requestId: answer.headers["x-request-id"],
      method: "POST",
      route: "/graphql",
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(JSON.stringify(entries)).not.toContain("hunter2");
  });

  test("reads the name of the operation from the document when operationName is missing", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    for (const query of [
      "query Who { asked { viewer } }",
      "{ asked { viewer } } # query hunter2 {",
    ])
      await server.inject({ ...graphqlRequest(""), payload: JSON.stringify({ query }) });

    expect(
      entries.filter(({ message }) => message === "Answered.").map(({ operation }) => operation),
    ).toEqual(["Who", undefined]);
  });

  test("contains no operation name that is invalid", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: logTo(entries) });

    for (const operationName of [
      "sk_live hunter2",
      "{}",
      "x".repeat(101),
      `query\n{"level":"fatal"}`,
    ])
      await server.inject({
        ...graphqlRequest(""),
        payload: JSON.stringify({ query: "{ asked { viewer } }", operationName }),
      });

    expect(
      entries.filter(({ message }) => message === "Answered.").map(({ operation }) => operation),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});
