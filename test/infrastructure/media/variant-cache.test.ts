import { readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { LimitCounters } from "../../../src/application/shared/limit-counters.js";
import { VariantCache } from "../../../src/infrastructure/media/variant-cache.js";
import { newFolder } from "../../builders/served-images.js";
import { countedLimits } from "../../interface/http/toy-server.js";

const cacheIn = (folder: string, bytes: number, entries = 1_000, counters?: LimitCounters) =>
  new VariantCache(folder, { bytes, entries }, counters);

describe("the cache of variants", () => {
  const ten = Buffer.alloc(10);
  const keys = async (cache: VariantCache, ...requested: readonly string[]) => {
    const found: string[] = [];
    for (const key of requested) {
      const cached = await cache.get(key);
      await cached?.close();
      if (cached) found.push(key);
    }
    return found;
  };

  test("is filled up to its limit, and makes room for the first byte beyond", async () => {
    const folder = newFolder();
    const counters = countedLimits();
    const cache = cacheIn(folder, 30, 1_000, counters);
    for (const key of ["a", "b", "c"]) {
      await cache.save(key, ten);
      await wait(2);
    }
    expect(readdirSync(folder)).toHaveLength(3);

    await cache.save("d", Buffer.alloc(1));
    expect(await keys(cache, "a", "b", "c", "d")).toEqual(["b", "c", "d"]);
    expect(counters.reachedLimits).toEqual([["mediaCacheMib", undefined]]);
  });

  test("keeps variants that were requested recently, and removes others", async () => {
    const cache = cacheIn(newFolder(), 30);
    for (const key of ["a", "b", "c"]) {
      await cache.save(key, ten);
      await wait(2);
    }
    await keys(cache, "a");
    await wait(2);
    await cache.save("d", ten);

    expect(await keys(cache, "a", "b", "c", "d")).toEqual(["a", "c", "d"]);
  });

  test("counts the files of an earlier process", async () => {
    const folder = newFolder();
    for (const key of ["a", "b", "c"]) await cacheIn(folder, 1_000).save(key, ten);
    await wait(20);

    await cacheIn(folder, 20).save("d", ten);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("does not count a variant twice that is drawn again", async () => {
    const folder = newFolder();
    const cache = cacheIn(folder, 30);
    await cache.save("a", ten);
    for (let time = 0; time < 5; time += 1) await cache.save("b", ten);

    expect(await keys(cache, "a", "b")).toEqual(["a", "b"]);
  });

  test("has no more files than its limit, however small they are", async () => {
    const folder = newFolder();
    const counters = countedLimits();
    const cache = cacheIn(folder, 1_000, 3, counters);
    for (let file = 0; file < 20; file += 1) await cache.save(`picture ${file}`, ten);

    expect(readdirSync(folder)).toHaveLength(3);
    expect(counters.reachedLimits).toEqual(
      Array.from({ length: 17 }, () => ["cachedImages", undefined]),
    );
    expect(await keys(cache, "picture 17", "picture 18", "picture 19")).toHaveLength(3);
  });

  test("finds what another process saves, and goes on when its folder is deleted", async () => {
    const folder = newFolder();
    const [cache, other] = [cacheIn(folder, 1_000), cacheIn(folder, 1_000)];
    await cache.save("a", ten);
    await other.save("b", ten);
    expect(await keys(cache, "a", "b")).toEqual(["a", "b"]);

    await rm(folder, { recursive: true });
    expect(await keys(cache, "a", "b")).toEqual([]);
    await cache.save("c", ten);
    expect(await keys(cache, "c")).toEqual(["c"]);
  });

  test("is readable for its owner only", async () => {
    const folder = join(newFolder(), "cache");
    await cacheIn(folder, 1_000).save("a", ten);

    const [file = ""] = readdirSync(folder);
    expect([folder, join(folder, file)].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o600,
    ]);
  });

  test("counts what other processes store, from time to time", async () => {
    const folder = newFolder();
    const [cache, other] = [cacheIn(folder, 30), cacheIn(folder, 1_000)];
    await cache.save("a", ten);
    for (const key of ["b", "c", "d", "e"]) await other.save(key, ten);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    onTestFinished(() => void vi.useRealTimers());

    await expect
      .poll(async () => {
        await cache.save("f", ten);
        return readdirSync(folder).length;
      })
      .toBe(3);
  });
});
