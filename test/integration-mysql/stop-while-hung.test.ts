import { expect, test } from "vitest";
import { TEST_SECRET } from "../builders/test-fingerprints.js";
import { startPlinth } from "../e2e/plinth-process.js";
import { Line } from "./line.js";
import { newShop } from "./mysql-store.js";

const STOP_MS = 4_000;

test("a process whose database hangs ends with 0 when it is told to stop, and answers what is in flight", async () => {
  const [database, line] = [await newShop(), new Line()];
  const url = new URL(database.url);
  url.port = String(await line.open(url.hostname, Number(url.port || 3306)));
  const server = await startPlinth({
    PLINTH_DATABASE_URL: url.href,
    PLINTH_SECRET: TEST_SECRET,
    PLINTH_DATABASE_STATEMENT_MS: "60000",
    PLINTH_DATABASE_POOL_WAIT_MS: "60000",
    PLINTH_LIMIT_GRAPHQL_MS: "off",
    PLINTH_LIMIT_STOP_MS: String(STOP_MS),
  });
  try {
    line.hang();
    const query = "{ products(first: 1) { nodes { id } } }";
    const answers = Array.from({ length: 3 }, async () => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      return answer.status;
    });
    // The requests are in the server when it answers a later one.
    await expect.poll(async () => (await fetch(`${server.url}/health/live`)).status).toBe(200);
    const start = performance.now();

    expect(await server.stop("SIGTERM")).toBe(0);
    expect(performance.now() - start).toBeLessThan(3 * STOP_MS);
    expect(await Promise.all(answers)).toEqual([503, 503, 503]);
  } finally {
    await server.stop("SIGKILL");
    line.close();
    await database.drop();
  }
});
