import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/application/shared/limits.js";
import { Connections } from "../../../src/interface/http/connections/connections.js";
import { limitedServer } from "../../../src/interface/http/limited-server.js";
import { HTTP_LIMITS } from "../../../src/interface/http/limits.js";
import { countedLimits, logTo, type Entry } from "./toy-server.js";

let server: Server | undefined;
afterEach(() => server?.close());

const listening = async (openFile: () => void) => {
  const entries: Entry[] = [];
  const limits = { ...HTTP_LIMITS, ...DEFAULT_LIMITS, checkEveryMs: 10 };
  const connections = new Connections((_request, response) => void response.end(), {
    limits,
    counters: countedLimits(),
    trustProxy: [],
    peerOf: () => "127.0.0.1",
    refuse: (response) => void response.end(),
  });
  server = limitedServer(connections, limits, logTo(entries), openFile);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, entries };
};

describe("a process that may not open another file", () => {
  test("closes idle connections, and says once a minute why", async () => {
    let left = false;
    const { port, entries } = await listening(() => {
      if (!left) throw Object.assign(new Error("too many open files"), { code: "EMFILE" });
    });

    for (let count = 0; count < 3; count += 1) {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      await once(socket.resume(), "close");
    }
    left = true;

    expect(entries.map(({ level, message }) => [level, message.split(".")[0]])).toEqual([
      [
        "error",
        "The process has as many files and connections open as the system allows, and closes idle connections",
      ],
    ]);
  });

  test("survives a connection that cannot be accepted", async () => {
    const { port, entries } = await listening(() => undefined);
    const error = Object.assign(new Error("accept EMFILE"), { code: "EMFILE" });

    server?.emit("error", error);
    server?.emit("error", error);

    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
    expect(answer.status).toBe(200);
    await vi.waitFor(() => expect(entries).toHaveLength(1));
    expect(entries).toMatchObject([{ level: "error", error }]);
  });
});
