import { EventEmitter } from "node:events";
import type { Pool, PoolConnection } from "mysql2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  renewablePool,
  renewConnections,
} from "../../../../src/infrastructure/shared/database/renewable-pool.js";

/** A pool of one connection. */
class OneConnection extends EventEmitter {
  opened = 0;
  #connection: object | null = null;

  getConnection(done: (error: null, found: object) => void): void {
    if (this.#connection === null) {
      this.#connection = Object.assign(new EventEmitter(), {
        number: ++this.opened,
        destroy: () => (this.#connection = null),
        stream: new EventEmitter(),
      });
      this.emit("connection", this.#connection);
    }
    done(null, this.#connection ?? {});
  }
}

describe("connections that are renewed", () => {
  let pool: Pool;
  const numberOf = (): Promise<number> =>
    new Promise((resolve, reject) => {
      pool.getConnection((error, found) =>
        error ? reject(error) : resolve((found as PoolConnection & { number: number }).number),
      );
    });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
    vi.advanceTimersByTime(10_000);
    pool = renewablePool(new OneConnection() as unknown as Pool);
  });
  afterEach(() => void vi.useRealTimers());

  test("are replaced when they are wanted next, and then kept", async () => {
    const first = [await numberOf(), await numberOf()];
    vi.advanceTimersByTime(1);
    renewConnections(pool);

    expect(first).toEqual([1, 1]);
    expect([await numberOf(), await numberOf()]).toEqual([2, 2]);
  });

  test("are renewed once a second at most, however many changes are refused", async () => {
    await numberOf();
    vi.advanceTimersByTime(1);
    renewConnections(pool);
    expect(await numberOf()).toBe(2);

    vi.advanceTimersByTime(900);
    renewConnections(pool);
    expect(await numberOf()).toBe(2);

    vi.advanceTimersByTime(200);
    renewConnections(pool);
    expect(await numberOf()).toBe(3);
  });
});
