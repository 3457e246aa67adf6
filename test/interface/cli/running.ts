import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "plinth-cli-"));

type Settings = Readonly<Record<string, string>>;

/** A real process in a folder of its own, so that no `.env` and no data of the developer count. */
export const running = (words: string, settings: Settings = {}, cwd = emptyFolder()) => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PLINTH_"));
  const child = spawn(
    process.execPath,
    [join(process.cwd(), "bin/plinth.js"), ...words.split(" ")],
    {
      cwd,
      env: { ...Object.fromEntries(inherited), ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number, ...said }));
  return { child, said, ended };
};

export type Running = ReturnType<typeof running>;

/** The address, once the server listens. */
export const listening = async ({
  said,
  child,
}: {
  readonly said: Running["said"];
  readonly child: ChildProcess;
}): Promise<string> => {
  for (;;) {
    const [, address] = /"address":"(http[^"]+)"[^\n]*"msg":"Listening\."/.exec(said.err) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null)
      throw new Error(`Plinth ended with ${child.exitCode}: ${said.err}`);
    await wait(10);
  }
};

export const asked = async (
  url: string,
  query: string,
): Promise<{ readonly data?: unknown; readonly errors?: unknown }> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown };
};
