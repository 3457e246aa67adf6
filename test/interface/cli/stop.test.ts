import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { running } from "./running.js";

// The program is built by its first command.
beforeAll(() => running("--version").ended);

/** A process that works until something happens, and closes in a tenth of a second. */
const working = async (incident: string) => {
  const program = `
    const { untilStopped } = await import(${JSON.stringify(pathToFileURL("dist/wiring/stop.js").href)});
    const say = (message, facts = {}) => console.log(message, facts.error?.message ?? "");
    const busy = setInterval(() => {}, 1000);
    const stopped = untilStopped({
      refuseTraffic: () => say("not ready"), noticeMs: 0, log: { debug: say, info: say, warn: say, error: say },
      close: async () => { await new Promise((done) => setTimeout(done, 100)); say("drained"); clearInterval(busy); },
    });
    ${incident};
    process.exitCode = await stopped;`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, said };
};

describe("when something fails where nothing should fail", () => {
  test.each([
    ["a promise that nobody waits for", `void Promise.reject(new Error("nobody waits"))`],
    ["a callback", `setTimeout(() => { throw new Error("nobody waits") })`],
  ])("%s: the process says what, lets requests end, and ends with 1", async (_what, incident) => {
    const { code, said } = await working(incident);

    expect(said).toMatch(/The process ends\. nobody waits\n(.*\n)*drained/);
    expect(said).toContain("not ready");
    expect(code).toBe(1);
  });
});

describe("a signal", () => {
  test("that arrives twice at once, from the terminal and through npm, is one", async () => {
    const { code, said } = await working(
      `process.kill(process.pid, "SIGINT"); setTimeout(() => process.kill(process.pid, "SIGINT"), 20)`,
    );

    expect(said).toContain("drained");
    expect(code).toBe(0);
  });
});
