import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AskSandbox, SandboxQuestion } from "../../../src/interface/http/sandbox-routes.js";
import { mediaFolder, toyServer } from "./toy-server.js";

const open = async (sandbox: AskSandbox | null) => {
  const folder = mediaFolder();
  writeFileSync(join(folder, "sandbox.html"), "<!doctype html>");
  const server = await toyServer({ playground: { folder, mails: () => "", sandbox } });
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({ method: "GET", url, headers: { host: "localhost:4000", ...headers } });
  const post = (control: string, payload: string, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({
      method: "POST",
      url: `/playground/sandbox/${control}`,
      headers: { host: "127.0.0.1:4000", "content-type": "application/json", ...headers },
      payload,
    });
  return { get, post };
};

const answering = () => {
  const questions: SandboxQuestion[] = [];
  const ask: AskSandbox = async (question) => {
    questions.push(question);
    return { status: 422, json: '{"error":{"code":"cannot_happen"}}' };
  };
  return { questions, ask };
};

describe("the page of the sandbox gateway", () => {
  test("has the policy of the playground, and is there only where a sandbox is", async () => {
    const { get } = await open(answering().ask);
    const page = await get("/playground/sandbox");

    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; /,
    );
    const without = await open(null);
    for (const path of ["/playground/sandbox", "/playground/sandbox/ledger"])
      expect((await without.get(path)).statusCode).toBe(404);
    expect((await without.post("clock", "{}")).statusCode).toBe(404);
  });

  test("reads the ledger and controls the sandbox, and shows what that answers", async () => {
    const { ask, questions } = answering();
    const { get, post } = await open(ask);
    const answers = [
      await get("/playground/sandbox/ledger?newest=5"),
      await post("clock", '{"forwardMs":1}'),
    ];

    for (const answer of answers)
      expect([answer.statusCode, answer.body]).toEqual([422, '{"error":{"code":"cannot_happen"}}']);
    expect(questions).toEqual([
      { method: "GET", path: "/ledger?newest=5" },
      { method: "POST", path: "/control/clock", body: { forwardMs: 1 } },
    ]);
  });

  test("asks for nothing else, and not for pages of other sites", async () => {
    const { ask, questions } = answering();
    const { get, post } = await open(ask);
    const answers = await Promise.all([
      post("payments", "{}"),
      post("..%2Fpayments", "{}"),
      post("clock", "forwardMs=1", { "content-type": "application/x-www-form-urlencoded" }),
      post("clock", '{"forwardMs":1}', { "content-type": "text/plain" }),
      post("clock", "{}", { host: "rebound.example" }),
      get("/playground/sandbox/ledger", { host: "rebound.example" }),
    ]);

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 415, 415, 404, 404]);
    expect(questions).toEqual([]);
  });

  test("says that the sandbox does not run", async () => {
    const { get } = await open(async () => null);

    expect((await get("/playground/sandbox/ledger")).statusCode).toBe(503);
  });
});
