import { describe, expect, test } from "vitest";
import { ReadWriteLock } from "../../../src/infrastructure/search/read-write-lock.js";

/** A read that runs until it is stopped. */
const startRead = (lock: ReadWriteLock, log: string[], name: string) => {
  let stop: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (stop = resolve));
  const done = lock.read(async () => {
    log.push(`${name} reads`);
    await until;
    log.push(`${name} is done`);
  });
  return { stop, done };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the read-write lock", () => {
  test("lets many reads run at once, and a write waits for all of them", async () => {
    const [lock, log]: [ReadWriteLock, string[]] = [new ReadWriteLock(), []];
    const [one, other] = [startRead(lock, log, "one"), startRead(lock, log, "other")];
    await settled();

    const changed = lock.write(() => log.push("changed"));
    one.stop();
    await settled();
    expect(log).toEqual(["one reads", "other reads", "one is done"]);

    other.stop();
    await changed;
    expect(log.at(-1)).toBe("changed");
  });

  test("lets a read that starts while a write waits see the change", async () => {
    const [lock, log]: [ReadWriteLock, string[]] = [new ReadWriteLock(), []];
    const first = startRead(lock, log, "first");
    await settled();
    const changed = lock.write(() => log.push("changed"));
    const later = startRead(lock, log, "later");
    await settled();

    first.stop();
    later.stop();
    await Promise.all([changed, first.done, later.done]);
    expect(log).toEqual([
      "first reads",
      "first is done",
      "changed",
      "later reads",
      "later is done",
    ]);
  });

  test("is free after reads and writes that fail, and a write without reads does not wait", async () => {
    const [lock, log]: [ReadWriteLock, string[]] = [new ReadWriteLock(), []];
    const failing = lock.read(() => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    await expect(
      lock.write(() => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");

    const holding = startRead(lock, log, "one");
    await settled();
    const broken = lock.write(() => {
      throw new Error("broken");
    });
    holding.stop();
    await expect(broken).rejects.toThrow("broken");

    const last = startRead(lock, log, "last");
    last.stop();
    await last.done;
    await lock.write(() => log.push("changed"));
    expect(log).toEqual(["one reads", "one is done", "last reads", "last is done", "changed"]);
  });
});
