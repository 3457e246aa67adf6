import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { PROCESS_TIMEOUT_MS, spawnPlinth } from "./spawn-plinth.js";

vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS, hookTimeout: PROCESS_TIMEOUT_MS });

// The first command builds the program.
beforeAll(() => spawnPlinth("--version").ended);

/** A process that runs until something happens, and then closes in a tenth of a second. */
const runUntil = async (incident: string) => {
  const program = `
    const { untilStopped } = await import(${JSON.stringify(pathToFileURL("dist/src/wiring/until-stopped.js").href)});
    const log = (message, facts = {}) => console.log(message, facts.error?.message ?? "");
    const busy = setInterval(() => {}, 1000);
    const stopped = untilStopped({
      refuseTraffic: () => log("not ready"), noticeMs: 0, stopMs: 5_000, endRequests: () => log("requests ended"), giveUp: () => log("given up"), log: { debug: log, info: log, warn: log, error: log },
      close: async () => { await new Promise((done) => setTimeout(done, 100)); log("drained"); clearInterval(busy); },
    });
    ${incident};
    process.exitCode = await stopped;`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, output };
};

describe("an unexpected error", () => {
  test.each([
    ["in a promise that is not awaited", `void Promise.reject(new Error("nobody waits"))`],
    ["in a callback", `setTimeout(() => { throw new Error("nobody waits") })`],
  ])("%s is logged, requests end, and the process ends with 1", async (_what, incident) => {
    const { code, output } = await runUntil(incident);

    expect(output).toMatch(/The process ends\. nobody waits\n(.*\n)*drained/);
    expect(output).toContain("not ready");
    expect(code).toBe(1);
  });
});

describe("a signal to stop", () => {
  test("that arrives twice at once, from the terminal and from npm, counts as one", async () => {
    const { code, output } = await runUntil(`process.emit("SIGINT"); process.emit("SIGINT")`);

    expect(output).toContain("drained");
    expect(code).toBe(0);
  });
});
