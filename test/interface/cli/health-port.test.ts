import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { freePort } from "../../e2e/plinth-process.js";
import { listening, PROCESS_TIMEOUT_MS, startIn } from "./spawn-plinth.js";

vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS });

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

describe.concurrent("PLINTH_HEALTH_PORT", () => {
  test("is a port on which only the health is answered", async (context) => {
    const port = await freePort();
    const url = await listening(startIn(context, { PLINTH_HEALTH_PORT: String(port) }));
    const health = `http://127.0.0.1:${port}`;

    const statuses = await Promise.all(
      [`${health}/health/live`, `${health}/graphql`, `${url}/health/live`].map(statusOf),
    );

    expect(statuses).toEqual([200, 404, 200]);
    await vi.waitFor(async () => expect(await statusOf(`${health}/health/ready`)).toBe(200), {
      timeout: 30_000,
    });
  });

  test("that is taken ends the start with an advice", async (context) => {
    const occupant = createServer().listen(0, "127.0.0.1");
    context.onTestFinished(() => void occupant.close());
    await once(occupant, "listening");
    const { port } = occupant.address() as AddressInfo;

    const { code, err } = await startIn(context, { PLINTH_HEALTH_PORT: String(port) }).ended;

    expect(err).toContain(
      `Port ${port} is taken: stop the program that uses it, or set PLINTH_HEALTH_PORT to another port.`,
    );
    expect(code).toBe(1);
  });
});

test.concurrent("PLINTH_HOST=localhost listens on all addresses of that name", async (context) => {
  const url = await listening(startIn(context, { PLINTH_HOST: "localhost" }));
  const { port } = new URL(url);
  const addresses = await lookup("localhost", { all: true });

  const statuses = await Promise.all(
    addresses.map(({ address, family }) =>
      statusOf(`http://${family === 6 ? `[${address}]` : address}:${port}/health/live`),
    ),
  );

  expect(statuses).toEqual(addresses.map(() => 200));
});
