import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startPlinth } from "../../e2e/plinth-process.js";
import { emptyFolder, PROCESS_TIMEOUT_MS } from "./spawn-plinth.js";

vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS });

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const production = (folder: string) => ({
  PLINTH_MODE: "production",
  PLINTH_DATA_DIR: folder,
  PLINTH_LOG_LEVEL: "info",
});

test("a server that finds its store open to others shuts them out, and says so once", async () => {
  const folder = emptyFolder();
  const file = join(folder, "plinth.db");
  writeFileSync(file, "");
  chmodSync(folder, 0o755);
  chmodSync(file, 0o664);
  const says = async (): Promise<number> => {
    const server = await startPlinth(production(folder));
    const told = server.output().split("Other users of this machine had access").length - 1;
    expect(modeOf(`${file}-wal`)).toBe(0o600);
    await server.stop("SIGKILL");
    return told;
  };

  expect(await says()).toBe(2);
  expect([folder, file].map(modeOf)).toEqual([0o700, 0o600]);
  expect(await says()).toBe(0);
});

test("of several servers that start at once one makes the admin key, in a file, and no output has it", async () => {
  const folder = emptyFolder();
  const servers = await Promise.all([1, 2, 3].map(() => startPlinth(production(folder))));
  const file = join(folder, "admin-key");
  const key = readFileSync(file, "utf8").trim();
  const statuses = await Promise.all(
    servers.map(async ({ url }) => {
      const { status } = await fetch(`${url}/admin/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: "{ __typename }" }),
      });
      return status;
    }),
  );
  const outputs = servers.map((server) => server.output());
  await Promise.all(servers.map((server) => server.stop("SIGKILL")));

  expect(statuses).toEqual([200, 200, 200]);
  expect(modeOf(file)).toBe(0o600);
  expect(outputs.filter((output) => output.includes(file))).toHaveLength(1);
  expect(outputs.join("")).not.toContain("plinth_admin_");
});
