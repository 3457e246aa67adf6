import { describe, expect, test } from "vitest";
import { asked, mediaFolder, noteTo, toyServer, type Entry } from "./toy-server.js";

describe("health", () => {
  test("live means that the process runs; ready means that the database answers", async () => {
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
  ])("the public learns no more than that it is not ready", async (isReady) => {
    const server = await toyServer({ isReady });

    const answer = await server.inject({ method: "GET", url: "/health/ready" });

    expect(answer).toMatchObject({ statusCode: 503, body: '{"status":"unavailable"}' });
    expect(answer.headers["retry-after"]).toBe("1");
  });

  test("many probes at once are one question to the database", async () => {
    let questions = 0;
    const isReady = () =>
      new Promise<boolean>((answer) => setTimeout(() => answer(++questions > 0), 20));
    const server = await toyServer({ isReady });

    await Promise.all(
      Array.from({ length: 50 }, () => server.inject({ method: "GET", url: "/health/ready" })),
    );

    expect(questions).toBe(1);
  });
});

describe("the front page", () => {
  test("production has none", async () => {
    const server = await toyServer({ playground: null });

    const answers = await Promise.all(
      ["/", "/playground", "/admin/playground", "/playground/assets/x.js"].map((url) =>
        server.inject({ method: "GET", url }),
      ),
    );

    for (const answer of answers) expect(answer.statusCode).toBe(404);
  });

  test("development sends a browser that opens an address of the API to its playground", async () => {
    const server = await toyServer({ playground: mediaFolder() });

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

  test("in production a browser's GET of the API is no landing page", async () => {
    const server = await toyServer();

    const answer = await server.inject({
      method: "GET",
      url: "/graphql",
      headers: { accept: "text/html" },
    });

    expect(answer.headers["content-type"]).toContain("json");
  });
});

describe("the log of answers", () => {
  test("says what was asked with which result, and nothing that was in it", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: noteTo(entries) });

    const question = {
      query: 'query Who { asked { viewer } } # "hunter2"',
      operationName: "Who",
      variables: { a: "hunter2" },
    };
    const answer = await server.inject({
      ...asked("", { authorization: "Bearer hunter2" }),
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

  test("finds the name of what was asked in the document, where it is not said beside it", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: noteTo(entries) });

    for (const query of [
      "query Who { asked { viewer } }",
      "{ asked { viewer } } # query hunter2 {",
    ])
      await server.inject({ ...asked(""), payload: JSON.stringify({ query }) });

    expect(
      entries.filter(({ message }) => message === "Answered.").map(({ operation }) => operation),
    ).toEqual(["Who", undefined]);
  });

  test("takes nothing for the name of an operation that cannot be one", async () => {
    const entries: Entry[] = [];
    const server = await toyServer({ log: noteTo(entries) });

    for (const operationName of [
      "sk_live hunter2",
      "{}",
      "x".repeat(101),
      `query\n{"level":"fatal"}`,
    ])
      await server.inject({
        ...asked(""),
        payload: JSON.stringify({ query: "{ asked { viewer } }", operationName }),
      });

    expect(
      entries.filter(({ message }) => message === "Answered.").map(({ operation }) => operation),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});
