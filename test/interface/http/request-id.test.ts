import { describe, expect, test } from "vitest";
import { type Entry, graphqlRequest, logTo, toyServer } from "./toy-server.js";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const PARENT = "b7ad6b7169203331";
const OWN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const answered = async (
  headers: Readonly<Record<string, string>>,
  query = "{ asked { viewer } }",
) => {
  const log: Entry[] = [];
  const server = await toyServer({ log: logTo(log) });
  const answer = await server.inject(graphqlRequest(query, headers));
  return { answer, line: log.at(-1) };
};

describe("the id of a request", () => {
  test.each([
    "b6f9d9c1-7a32-4c8e-9f21-0d5a7e3c1b2a",
    "Root=1-67891233:abcdef/+=@._-",
    "x".repeat(128),
  ])("is that of the client, in the log and in the answer: %s", async (id) => {
    const { answer, line } = await answered({ "x-request-id": id }, "{ unknown }");

    expect(answer.headers["x-request-id"]).toBe(id);
    expect(line).toMatchObject({ requestId: id });
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { requestId: id } }] });
  });

  test.each([
    ["short", "1234567"],
    ["long", "x".repeat(129)],
    ["empty", ""],
    ["repeated", "12345678, 87654321"],
    ["more than letters, digits and signs", 'forged\u001B[2J","level":"fatal'],
  ])("is a new one when that of the client is %s", async (_, id) => {
    const { answer, line } = await answered({ "x-request-id": id });

    expect(answer.headers["x-request-id"]).toMatch(OWN);
    expect(line?.["requestId"]).toBe(answer.headers["x-request-id"]);
  });
});

describe("the trace of a request", () => {
  test.each([
    ["of the version in use", `00-${TRACE}-${PARENT}-01`],
    ["of a later version", `cc-${TRACE}-${PARENT}-01-what-the-future-brings`],
  ])("is in the log: one %s", async (_, traceparent) => {
    const { line } = await answered({ traceparent });

    expect(line).toMatchObject({ traceId: TRACE, parentId: PARENT });
  });

  test.each([
    ["of no version", `ff-${TRACE}-${PARENT}-01`],
    ["with parts that its version has not", `00-${TRACE}-${PARENT}-01-more`],
    ["without a trace", `00-${"0".repeat(32)}-${PARENT}-01`],
    ["without a parent", `00-${TRACE}-${"0".repeat(16)}-01`],
    ["in capitals", `00-${TRACE.toUpperCase()}-${PARENT}-01`],
    ["that is none", "trace"],
  ])("is not in the log when it is one %s", async (_, traceparent) => {
    const { line } = await answered({ traceparent });

    expect(line).not.toHaveProperty("traceId");
    expect(line).not.toHaveProperty("parentId");
  });
});
