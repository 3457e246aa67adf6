import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../src/application/search/ports/product-search.js";
import type {
  SearchChange,
  SearchDocument,
  SearchSource,
} from "../../../src/application/search/ports/search-source.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import { MemorySearch } from "../../../src/infrastructure/search/memory-search.js";
import { productId } from "../../builders/product-content.js";
import { SEARCHED_AT, searchDocument } from "../../builders/search-document.js";

const VISIBLE = { sees: "visible", at: SEARCHED_AT } as const;

/** A store whose results can be delayed or refused. */
const store = () => {
  const products = new Map<ProductId, SearchDocument>();
  const events: SearchChange[] = [];
  const state = { loading: Promise.resolve(), reading: Promise.resolve(), isDown: false };
  const source: SearchSource = {
    productsAtOnce: 10,
    productIdsAfter: async (after) => {
      await state.loading;
      if (state.isDown) throw new Error("The store is down.");
      return after === null ? [...products.keys()] : [];
    },
    productsById: async (ids) => {
      await state.reading;
      if (state.isDown) throw new Error("The store is down.");
      return ids.flatMap((id) => products.get(id) ?? []);
    },
    fields: async () => [],
    collectionsAfter: async () => [],
    collectionsById: async () => [],
    siblingPositions: async () => new Map(),
    positionsOf: async () => [],
    arrangements: async () => new Map(),
    newest: async () => events.length,
    changesFrom: async (key, size) => events.filter((event) => event.key >= key).slice(0, size),
    changesWithin: async (ranges, size) =>
      events
        .filter(({ key }) => ranges.some(({ first, last }) => first <= key && key <= last))
        .slice(0, size),
    keysUntil: async (key, size) =>
      events
        .map((event) => event.key)
        .filter((one) => one <= key)
        .slice(-size),
  };
  const put = (n: number, title: string) => {
    products.set(productId(n), searchDocument(n, title));
    events.push({
      key: events.length + 1,
      products: [productId(n)],
      collections: [],
      isAboutAll: false,
      isAboutFields: false,
    });
  };
  return { source, state, put, forgetEvents: () => void events.splice(0) };
};

const searchFor = (query: string): SearchRequest => ({
  query,
  filter: {},
  sort: { key: "RELEVANCE", reverse: false },
  page: { size: 10, direction: "forward", after: null, before: null },
  currency: "EUR",
  withFacets: false,
  withSuggestions: false,
});

const OPTIONS = { loadMs: 200, freshMs: 100, pollMs: 20 };

const immediates = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("the search of a process", () => {
  test("waits until the catalogue is loaded, and fails as not ready when that takes too long", async () => {
    const { source, state, put } = store();
    put(1, "Red mug");
    let finish: () => void = () => undefined;
    state.loading = new Promise((resolve) => (finish = resolve));
    const search = new MemorySearch(source, OPTIONS);

    await expect(search.search(searchFor("mug"), VISIBLE)).rejects.toMatchObject({
      name: "StoreUnavailable",
    });
    finish();
    await expect.poll(() => search.isRead()).toBe(true);
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("keeps nobody waiting when loading takes longer than searches wait", async () => {
    const { source, state } = store();
    let finish: () => void = () => undefined;
    state.loading = new Promise((resolve) => (finish = resolve));
    let time = 0;
    const search = new MemorySearch(source, OPTIONS, () => time);
    void search.start();
    time = OPTIONS.loadMs;

    const refused = search.search(searchFor("mug"), VISIBLE).catch(String);

    expect(await Promise.race([refused, immediates(20)])).toContain("still being loaded");
    finish();
    await search.stop();
  });

  test("waits until the store answers, from the start of each attempt to load", async () => {
    const { source, state, put } = store();
    put(1, "Red mug");
    state.isDown = true;
    let time = 0;
    const search = new MemorySearch(source, OPTIONS, () => time);
    await search.start().catch(() => undefined);
    [time, state.isDown] = [10 * OPTIONS.loadMs, false];

    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("reports when the catalogue is loaded, and loads it again after a failure", async () => {
    const { source, state, put } = store();
    put(1, "Red mug");
    state.isDown = true;
    const reported: unknown[] = [];
    const search = new MemorySearch(source, OPTIONS);
    search.reportTo((error) => reported.push(error));

    expect(search.isRead()).toBe(false);
    await expect.poll(() => reported.length).toBe(1);
    state.isDown = false;
    expect(search.isRead()).toBe(false);
    await expect.poll(() => search.isRead()).toBe(true);
    state.isDown = true;
    expect(search.isRead()).toBe(true);
    await search.stop();
  });

  test("is ready only with what was changed while the catalogue was loaded", async () => {
    const { source, put } = store();
    put(1, "Red mug");
    let [reads, read]: [number, () => void] = [0, () => undefined];
    const following = new Promise<void>((resolve) => (read = resolve));
    const slow: SearchSource = {
      ...source,
      productsById: async (ids) => {
        reads += 1;
        if (reads === 1) for (let n = 1; n <= 6_000; n += 1) put(n % 50, "Red mug");
        else await following;
        return source.productsById(ids, []);
      },
    };
    const search = new MemorySearch(slow, { ...OPTIONS, pollMs: 60_000 });
    const started = search.start();
    await expect.poll(() => reads).toBe(2);
    expect(search.isRead()).toBe(false);
    read();
    await started;

    expect(search.isRead()).toBe(true);
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(50);
    await search.stop();
  });

  test("becomes ready although others go on changing the catalogue", async () => {
    const { source, put } = store();
    put(1, "Red mug");
    let reads = 0;
    const changing: SearchSource = {
      ...source,
      productsById: (ids) => {
        // Not for ever: a search that waits for all of them must fail here, not hang.
        reads += 1;
        for (let n = 0; n < 6_000 && reads < 20; n += 1) put(n % 50, "Red mug");
        return source.productsById(ids, []);
      },
    };
    const search = new MemorySearch(changing, { ...OPTIONS, pollMs: 60_000 });
    await search.start();

    expect([search.isRead(), reads < 20]).toEqual([true, true]);
    await search.stop();
  });

  test("loads the catalogue again with the next search after the store was down", async () => {
    const { source, state, put } = store();
    put(1, "Red mug");
    state.isDown = true;
    const search = new MemorySearch(source, OPTIONS);
    await expect(search.search(searchFor("mug"), VISIBLE)).rejects.toThrow("down");

    state.isDown = false;
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("waits for a change of its own process, but only for a short time", async () => {
    const { source, state, put } = store();
    const search = new MemorySearch(source, { ...OPTIONS, pollMs: 60_000 });
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(0);

    put(1, "Red mug");
    search.changed();
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(1);

    let finish: () => void = () => undefined;
    state.reading = new Promise((resolve) => (finish = resolve));
    put(2, "Blue mug");
    search.changed();
    const [start, { total }] = [performance.now(), await search.search(searchFor("mug"), VISIBLE)];
    expect(total).toBe(1);
    expect(performance.now() - start).toBeLessThan(1_000);
    finish();
    await search.stop();
  });

  test("answers none of many searches before the change that they all wait for", async () => {
    const { source, state, put } = store();
    const search = new MemorySearch(source, { ...OPTIONS, freshMs: 5_000, pollMs: 60_000 });
    await search.search(searchFor("mug"), VISIBLE);
    let finish: () => void = () => undefined;
    state.reading = new Promise((resolve) => (finish = resolve));
    put(1, "Red mug");
    search.changed();
    await new Promise((resume) => setTimeout(resume, 20));
    put(2, "Blue mug");
    search.changed();
    const answers = Promise.all([1, 2, 3].map(() => search.search(searchFor("mug"), VISIBLE)));
    await new Promise((resume) => setTimeout(resume, 20));
    state.reading = new Promise((resolve) => setTimeout(resolve, 50));
    finish();

    expect((await answers).map(({ total }) => total)).toEqual([2, 2, 2]);
    await search.stop();
  });

  test("finds the changes of another process after a while", async () => {
    const { source, put } = store();
    const search = new MemorySearch(source, OPTIONS);
    await search.search(searchFor("mug"), VISIBLE);
    put(1, "Red mug");

    await expect.poll(async () => (await search.search(searchFor("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("loses no change when the store fails between the event and the product", async () => {
    const { source, state, put } = store();
    const search = new MemorySearch(source, OPTIONS);
    await search.search(searchFor("mug"), VISIBLE);
    state.isDown = true;
    put(1, "Red mug");
    search.changed();
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(0);
    state.isDown = false;

    await expect
      .poll(async () => (await search.search(searchFor("mug"), VISIBLE)).total, { timeout: 5_000 })
      .toBe(1);
    await search.stop();
  });

  test("reads everything again when events were deleted before it has read them", async () => {
    const { source, put, forgetEvents } = store();
    put(1, "Red mug");
    const search = new MemorySearch(source, OPTIONS);
    await search.search(searchFor("mug"), VISIBLE);
    put(2, "Blue mug");
    forgetEvents();

    await expect.poll(async () => (await search.search(searchFor("mug"), VISIBLE)).total).toBe(2);
    await search.stop();
  });

  test("reads everything again also when the store fails at that moment, and reports the failure", async () => {
    const { source, state, put, forgetEvents } = store();
    put(1, "Red mug");
    const reported: unknown[] = [];
    const search = new MemorySearch(source, OPTIONS);
    search.reportTo((error) => reported.push(error));
    await search.search(searchFor("mug"), VISIBLE);
    [state.isDown] = [true];
    put(2, "Blue mug");
    forgetEvents();
    await expect.poll(() => reported.length).toBeGreaterThan(0);
    expect(reported[0]).toMatchObject({ message: "The store is down." });
    state.isDown = false;

    await expect
      .poll(async () => (await search.search(searchFor("mug"), VISIBLE)).total, { timeout: 5_000 })
      .toBe(2);
    await search.stop();
  });

  test("shows none of the changes during a long search to that search, and all of them to the next one", async () => {
    const { source, put } = store();
    for (let n = 1; n <= 30; n += 1) put(n, `Mug ${n}`);
    let time = 0;
    // Every step of a search is longer than a slice, so the search yields after each.
    const search = new MemorySearch(source, OPTIONS, () => (time += 10));
    await search.search(searchFor("mug"), VISIBLE);

    const slow = search.search(
      { ...searchFor("mug"), withFacets: true, withSuggestions: true, filter: { available: true } },
      VISIBLE,
    );
    await new Promise((resolve) => setImmediate(resolve));
    for (let n = 31; n <= 60; n += 1) put(n, `Mug ${n}`);
    search.changed();

    const { total, facets } = await slow;
    expect([
      total,
      facets.find(({ kind }) => kind === "AVAILABILITY")?.values.map(({ count }) => count),
    ]).toEqual([30, [30]]);
    expect((await search.search(searchFor("mug"), VISIBLE)).total).toBe(60);
    await search.stop();
  });

  test("runs searches that start together one after another, and yields in between", async () => {
    const { source, put } = store();
    put(1, "Red mug");
    const search = new MemorySearch(source, OPTIONS);
    await search.search(searchFor("mug"), VISIBLE);
    let [round, isOver] = [0, false];
    const count = () => void ((round += 1), isOver || setImmediate(count));
    setImmediate(count);

    const rounds = await Promise.all(
      Array.from({ length: 20 }, () => search.search(searchFor("mug"), VISIBLE).then(() => round)),
    );

    isOver = true;
    expect(new Set(rounds).size).toBe(20);
    await search.stop();
  });

  test("runs searches that waited for the same change one after another, and yields in between", async () => {
    const { source, put } = store();
    for (let n = 1; n <= 30; n += 1) put(n, `Mug ${n}`);
    let [time, step] = [0, 10];
    const search = new MemorySearch(source, { ...OPTIONS, freshMs: 0 }, () => (time += step));
    await search.search(searchFor("mug"), VISIBLE);
    // Each word is searched in steps of its own.
    const slow = search.search(searchFor("mag meg mig mog mugg mugs muk mud"), VISIBLE);
    await immediates(3);
    put(31, "Mug 31");
    search.changed();
    await immediates(5);
    let [round, isOver] = [0, false];
    const count = () => void ((round += 1), isOver || setImmediate(count));
    setImmediate(count);

    const later = Promise.all(
      Array.from({ length: 20 }, () =>
        search.search(searchFor("mug"), VISIBLE).then(({ total }) => ({ total, round })),
      ),
    );
    await immediates(30);
    // From now on no step is longer than a slice.
    step = 0;
    await slow;
    const answers = await later;

    isOver = true;
    expect(new Set(answers.map((answer) => answer.round)).size).toBe(20);
    expect(new Set(answers.map(({ total }) => total))).toEqual(new Set([31]));
    await search.stop();
  });
});
