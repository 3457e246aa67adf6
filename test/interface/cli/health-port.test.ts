import { lookup } from "node:dns/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { freePort } from "../../e2e/plinth-process.js";
import {
  emptyFolder,
  listening,
  PROCESS_TIMEOUT_MS,
  spawnPlinth,
  type Running,
} from "./spawn-plinth.js";

vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS });

const started: Running[] = [];
afterEach(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

const start = (settings: Readonly<Record<string, string>>): Running => {
  const process = spawnPlinth("start", {
    PLINTH_PORT: "0",
    PLINTH_DATA_DIR: emptyFolder(),
    ...settings,
  });
  started.push(process);
  return process;
};

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

describe("PLINTH_HEALTH_PORT", () => {
  test("is a port on which only the health is answered", async () => {
    const port = await freePort();
    const url = await listening(start({ PLINTH_HEALTH_PORT: String(port) }));
    const health = `http://127.0.0.1:${port}`;

    const statuses = await Promise.all(
      [`${health}/health/live`, `${health}/graphql`, `${url}/health/live`].map(statusOf),
    );

    expect(statuses).toEqual([200, 404, 200]);
    await vi.waitFor(async () => expect(await statusOf(`${health}/health/ready`)).toBe(200), {
      timeout: 30_000,
    });
  });

  test("that is taken ends the start with an advice", async () => {
    const port = await freePort();
    await listening(start({ PLINTH_PORT: String(port) }));

    const { code, err } = await start({ PLINTH_HEALTH_PORT: String(port) }).ended;

    expect(err).toContain(
      `Port ${port} is taken: stop the program that uses it, or set PLINTH_HEALTH_PORT to another port.`,
    );
    expect(code).toBe(1);
  });
});

test("PLINTH_HOST=localhost listens on all addresses of that name", async () => {
  const url = await listening(start({ PLINTH_HOST: "localhost" }));
  const { port } = new URL(url);
  const addresses = await lookup("localhost", { all: true });

  const statuses = await Promise.all(
    addresses.map(({ address, family }) =>
      statusOf(`http://${family === 6 ? `[${address}]` : address}:${port}/health/live`),
    ),
  );

  expect(statuses).toEqual(addresses.map(() => 200));
});
