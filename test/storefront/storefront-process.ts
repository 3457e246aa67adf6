import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const PROGRAM = resolve("examples/storefront/server/serve.mjs");
const START_TIMEOUT_MS = 60_000;

export interface RunningStorefront {
  /** Of its first page, with a slash at the end. */
  readonly url: string;
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts the built storefront on a free port, in front of the shop API of a server. */
export const startStorefront = async (
  plinthUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningStorefront> => {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env["PATH"], PLINTH_URL: `${plinthUrl}/graphql`, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "close");
  for (const start = Date.now(); ;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/shop\//.exec(output) ?? [];
    if (url !== undefined)
      return {
        url,
        output: () => output,
        stop: async () => {
          child.kill();
          await ended;
        },
      };
    if (child.exitCode !== null || Date.now() - start > START_TIMEOUT_MS)
      throw new Error(`The storefront did not start:\n${output}`);
    await new Promise((again) => setTimeout(again, 50));
  }
};
