import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { once } from "node:events";
import type { Pool } from "mysql2";
import type { DataSource } from "typeorm";
import { describe, expect, onTestFinished, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../../src/application/shared/limits.js";
import { StoreUnavailable } from "../../../../src/application/shared/unit-of-work.js";
import { DatabaseServer } from "../../../../src/infrastructure/shared/database/database-server.js";
import { ServerConnections } from "../../../../src/infrastructure/shared/database/server-connections.js";
import { countedLimits } from "../../../interface/http/toy-server.js";

type Answered = (error: object | null, rows: readonly object[]) => void;

/** A pool whose connections answer each statement as they are told, or never. */
const poolThat = (answer: (answered: Answered) => void): Pool =>
  ({
    getConnection: (done: (error: null, connection: object) => void) =>
      done(null, {
        query: (_statement: object, answered: Answered) => answer(answered),
        release: () => undefined,
        destroy: () => undefined,
        stream: { destroy: () => undefined },
      }),
  }) as unknown as Pool;

const connectionsOf = (pool: Pool, limits: { waitMs?: number; statementMs?: number } = {}) => {
  const counters = countedLimits();
  const connections = new ServerConnections(
    pool,
    { connections: 1, waitMs: 60_000, statementMs: 60_000, waiting: 1, ...limits },
    counters,
  );
  return { connections, reached: () => counters.reachedLimits.map(([limit]) => limit) };
};

const silent = poolThat(() => undefined);

describe("connections to a server", () => {
  test("are waited for as long as is set", async () => {
    const { connections, reached } = connectionsOf(silent, { waitMs: 20 });
    await connections.open();

    await expect(connections.open()).rejects.toThrow(StoreUnavailable);
    expect(reached()).toEqual(["poolWaitMs"]);
  });

  test("are waited for by as many as is set for each of them", async () => {
    const { connections, reached } = connectionsOf(silent);
    const first = await connections.open();
    const second = connections.open();

    await expect(connections.open()).rejects.toThrow(StoreUnavailable);
    expect(reached()).toEqual(["waitingForConnection"]);
    first.release();
    await second;
  });

  test("are given up when a statement is not answered in its time", async () => {
    const { connections, reached } = connectionsOf(silent, { statementMs: 20 });

    await expect(connections.query("SELECT 1", [])).rejects.toThrow(StoreUnavailable);
    expect(reached()).toEqual(["statementMs"]);
  });

  test.each([1969, 3024])("count a statement that the server has ended: %i", async (errno) => {
    const { connections, reached } = connectionsOf(
      poolThat((answered) => answered(Object.assign(new Error("late"), { errno }), [])),
    );

    await expect(connections.query("SELECT 1", [])).rejects.toThrow("late");
    expect(reached()).toEqual(["statementMs"]);
  });
});

test("a server that does not answer in time is not ready, and that is counted", async () => {
  const hung = await hungServer();
  const counters = countedLimits();
  const { port } = hung.address() as AddressInfo;
  const server = new DatabaseServer(
    { driver: { pool: silent }, destroy: async () => undefined } as unknown as DataSource,
    {
      kind: "mysql",
      url: `mysql://shop@127.0.0.1:${port}/shop`,
      poolSize: 1,
      tls: false,
      deadlines: { connectMs: 1_000, poolWaitMs: 1_000, statementMs: 1_000 },
    },
    { ...DEFAULT_LIMITS, readyMs: 50 },
    counters,
  );

  await expect(server.answers("SELECT 1")).rejects.toThrow(StoreUnavailable);
  expect(counters.reachedLimits).toEqual([["readyMs", undefined]]);
  await server.close();
});

/** A server that accepts connections and says nothing. */
const hungServer = async (): Promise<Server> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on("error", () => undefined)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return server;
};
