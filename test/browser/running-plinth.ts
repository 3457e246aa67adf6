import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningPlinth {
  readonly url: string;
  readonly adminKey: string;
  stop(): Promise<void>;
}

const TIRED_MS = 60_000;

/** Plinth as a new user starts it: the built program, an empty folder, the demo catalogue. */
export const startPlinth = async (): Promise<RunningPlinth> => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-browser-"));
  const program = spawn(process.execPath, ["bin/plinth.js", "start"], { env: { ...process.env, NODE_ENV: "production", PLINTH_PORT: "0", PLINTH_DATA_DIR: folder }, stdio: ["ignore", "pipe", "pipe"] });
  const text = await bannerOf(program);
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? "";
  return {
    url: find(/Shop API +(\S+)\/graphql/),
    adminKey: find(/Admin key +(\S+)/),
    stop: async () => {
      program.kill("SIGTERM");
      if (program.exitCode === null) await once(program, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const bannerOf = (program: ChildProcess): Promise<string> =>
  new Promise((ready, fail) => {
    let [text, errors] = ["", ""];
    const tired = setTimeout(() => fail(new Error(`Plinth did not start: ${text}${errors}`)), TIRED_MS);
    program.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    program.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes("Ctrl-C")) return;
      clearTimeout(tired);
      ready(text);
    });
    program.once("exit", (code) => fail(new Error(`Plinth ended with ${code}: ${errors}`)));
  });
