import { describe, expect, test } from "vitest";
import { createLogger } from "../../../../src/infrastructure/shared/log/create-logger.js";

const logged = async (message: string, facts: object, pretty = false): Promise<string> => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = await createLogger({ level: "info", pretty, destination });
  log.error(message, facts);
  await new Promise((done) => setImmediate(done));
  return lines.join("");
};

describe("the log", () => {
  test("is one JSON object per line, with UTC time and level", async () => {
    const line = await logged("The shop is open.", { status: 200, route: "/graphql" });

    const entry: unknown = JSON.parse(line);
    expect(entry).toMatchObject({
      level: "error",
      status: 200,
      route: "/graphql",
      msg: "The shop is open.",
    });
    expect(entry).toHaveProperty(
      "time",
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    );
  });

  test("has only facts that are known to be safe", async () => {
    const line = await logged("x", {
      password: "hunter2",
      headers: { authorization: "Bearer t0ken" },
      cookie: "a=b",
      requestId: { nested: "hunter2" },
      status: "hunter2",
    });

    expect(Object.keys(JSON.parse(line) as object).toSorted()).toEqual(["level", "msg", "time"]);
  });

  test("shows where an error came from, without its statement, parameters and credentials", async () => {
    const cause = Object.assign(new Error("connect to mysql://plinth:hunter2@db failed"), {
      code: "ECONNREFUSED",
    });
    const error = Object.assign(new Error("Authorization: Bearer s3cret was refused", { cause }), {
      query: "SELECT hunter2",
      parameters: ["hunter2"],
    });

    const line = await logged("x", { error });

    expect(line).toContain("logger.test.ts");
    expect(line).toContain("ECONNREFUSED");
    expect(line).not.toMatch(/hunter2|s3cret|SELECT/);
  });

  test.each([
    ["a line end", "\n"],
    ["a carriage return", "\r"],
    ["a terminal escape", "\u001B[2J"],
    ["a C1 escape", "\u009B2J"],
    ["a line separator", "\u2028"],
    ["a mark that reverses the writing direction", "\u202E"],
  ])("%s cannot forge another entry, in JSON or at a terminal", async (_, injected) => {
    const forged = `guest${injected}{"level":"info","msg":"paid"}`;

    const json = await logged(forged, { operation: forged, error: new Error(forged) });
    const terminal = await logged(
      "a message",
      { operation: forged, error: new Error(forged) },
      true,
    );

    const colours = new RegExp(String.raw`\u001B\[\d+m`, "g"); // the terminal's own
    const [entry = "", ...below] = terminal.replaceAll(colours, "").trimEnd().split("\n");
    expect(json.trimEnd().split("\n")).toHaveLength(1);
    expect(entry).toMatch(/^\[\d\d:\d\d:\d\d\] ERROR: a message/);
    // The frames of an error are indented below its entry.
    expect(below.filter((line) => !line.startsWith("    "))).toEqual([]);
    for (const line of [json.trimEnd(), entry, ...below]) expect(line).not.toContain(injected);
  });
});
