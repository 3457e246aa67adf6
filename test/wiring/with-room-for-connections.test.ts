import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/infrastructure/config.js";
import { withRoomForConnections } from "../../src/wiring/with-room-for-connections.js";

/** The limits in effect where the system allows a number of open files, and what is logged. */
const inEffect = (maxFiles: number | null, env: Readonly<Record<string, string>> = {}) => {
  const logged: unknown[] = [];
  const { limits } = withRoomForConnections(
    readConfig(env),
    { warn: (_message, facts) => void logged.push(facts) },
    maxFiles,
  );
  return { connections: limits.connections, perAddress: limits.connectionsPerAddress, logged };
};

describe("the limit of connections", () => {
  test.each([
    ["many", 20_000],
    ["an unknown number of", null],
  ])("is the setting where the system allows %s open files", (_name, maxFiles) => {
    expect(inEffect(maxFiles)).toEqual({ connections: 2_000, perAddress: 100, logged: [] });
  });

  test("leaves room for the store and for a file of each request, and says so", () => {
    expect(inEffect(1_024)).toEqual({
      connections: 464,
      perAddress: 100,
      logged: [{ limit: "connections", count: 464 }],
    });
  });

  test("leaves room for the connections to MySQL", () => {
    const mysql = {
      PLINTH_DATABASE_URL: "mysql://plinth@localhost/plinth",
      PLINTH_DATABASE_POOL_SIZE: "200",
    };

    expect(inEffect(1_024, mysql).connections).toBe(364);
  });

  test("is not switched off beyond what the system allows", () => {
    expect(inEffect(200, { PLINTH_LIMIT_CONNECTIONS: "off" })).toMatchObject({
      connections: 52,
      perAddress: 52,
    });
  });
});
