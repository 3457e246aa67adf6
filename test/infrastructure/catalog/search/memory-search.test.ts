import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../../src/application/catalog/search/product-search.js";
import type {
  SearchChange,
  SearchDocument,
  SearchSource,
} from "../../../../src/application/catalog/search/search-source.js";
import type { ProductId } from "../../../../src/domain/catalog/ids.js";
import { MemorySearch } from "../../../../src/infrastructure/catalog/search/memory-search.js";
import { productId } from "../../../builders/product-content.js";
import { SEARCHED_AT, searchDocument } from "../../../builders/search-document.js";

const VISIBLE = { sees: "visible", at: SEARCHED_AT } as const;

/** A store of which each answer can be held back or refused. */
const store = () => {
  const products = new Map<ProductId, SearchDocument>();
  const events: SearchChange[] = [];
  const gate = { loading: Promise.resolve(), reading: Promise.resolve(), isDown: false };
  const source: SearchSource = {
    productsAfter: async (after) => {
      await gate.loading;
      if (gate.isDown) throw new Error("The store is down.");
      return after === null ? [...products.values()] : [];
    },
    productsById: async (ids) => {
      await gate.reading;
      if (gate.isDown) throw new Error("The store is down.");
      return ids.flatMap((id) => products.get(id) ?? []);
    },
    collectionsAfter: async () => [],
    collectionsById: async () => [],
    placesOf: async () => [],
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
    });
  };
  return { source, gate, put, forgetEvents: () => void events.splice(0) };
};

const asked = (query: string): SearchRequest => ({
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
  test("waits for the catalogue to be read, and says that it is not ready when that takes too long", async () => {
    const { source, gate, put } = store();
    put(1, "Red mug");
    let finish: () => void = () => undefined;
    gate.loading = new Promise((resolve) => (finish = resolve));
    const search = new MemorySearch(source, OPTIONS);

    await expect(search.search(asked("mug"), VISIBLE)).rejects.toMatchObject({
      name: "StoreUnavailable",
    });
    finish();
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("says when the catalogue has been read, and begins again where that has failed", async () => {
    const { source, gate, put } = store();
    put(1, "Red mug");
    gate.isDown = true;
    const told: unknown[] = [];
    const search = new MemorySearch(source, OPTIONS);
    search.reportTo((error) => told.push(error));

    expect(search.isRead()).toBe(false);
    await expect.poll(() => told.length).toBe(1);
    gate.isDown = false;
    expect(search.isRead()).toBe(false);
    await expect.poll(() => search.isRead()).toBe(true);
    gate.isDown = true;
    expect(search.isRead()).toBe(true);
    await search.stop();
  });

  test("reads the catalogue anew with the next search when the store was down", async () => {
    const { source, gate, put } = store();
    put(1, "Red mug");
    gate.isDown = true;
    const search = new MemorySearch(source, OPTIONS);
    await expect(search.search(asked("mug"), VISIBLE)).rejects.toThrow("down");

    gate.isDown = false;
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("waits for a change of its own process, but not longer than a moment", async () => {
    const { source, gate, put } = store();
    const search = new MemorySearch(source, { ...OPTIONS, pollMs: 60_000 });
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(0);

    put(1, "Red mug");
    search.changed();
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(1);

    let finish: () => void = () => undefined;
    gate.reading = new Promise((resolve) => (finish = resolve));
    put(2, "Blue mug");
    search.changed();
    const [start, { total }] = [performance.now(), await search.search(asked("mug"), VISIBLE)];
    expect(total).toBe(1);
    expect(performance.now() - start).toBeLessThan(1_000);
    finish();
    await search.stop();
  });

  test("lets none of many searches answer before the change that they all wait for", async () => {
    const { source, gate, put } = store();
    const search = new MemorySearch(source, { ...OPTIONS, freshMs: 5_000, pollMs: 60_000 });
    await search.search(asked("mug"), VISIBLE);
    let finish: () => void = () => undefined;
    gate.reading = new Promise((resolve) => (finish = resolve));
    put(1, "Red mug");
    search.changed();
    await new Promise((resume) => setTimeout(resume, 20));
    put(2, "Blue mug");
    search.changed();
    const answers = Promise.all([1, 2, 3].map(() => search.search(asked("mug"), VISIBLE)));
    await new Promise((resume) => setTimeout(resume, 20));
    gate.reading = new Promise((resolve) => setTimeout(resolve, 50));
    finish();

    expect((await answers).map(({ total }) => total)).toEqual([2, 2, 2]);
    await search.stop();
  });

  test("finds what another process has changed after a while", async () => {
    const { source, put } = store();
    const search = new MemorySearch(source, OPTIONS);
    await search.search(asked("mug"), VISIBLE);
    put(1, "Red mug");

    await expect.poll(async () => (await search.search(asked("mug"), VISIBLE)).total).toBe(1);
    await search.stop();
  });

  test("loses no change when the store fails between the event and the product", async () => {
    const { source, gate, put } = store();
    const search = new MemorySearch(source, OPTIONS);
    await search.search(asked("mug"), VISIBLE);
    gate.isDown = true;
    put(1, "Red mug");
    search.changed();
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(0);
    gate.isDown = false;

    await expect
      .poll(async () => (await search.search(asked("mug"), VISIBLE)).total, { timeout: 5_000 })
      .toBe(1);
    await search.stop();
  });

  test("reads everything again when events were forgotten before it has seen them", async () => {
    const { source, put, forgetEvents } = store();
    put(1, "Red mug");
    const search = new MemorySearch(source, OPTIONS);
    await search.search(asked("mug"), VISIBLE);
    put(2, "Blue mug");
    forgetEvents();

    await expect.poll(async () => (await search.search(asked("mug"), VISIBLE)).total).toBe(2);
    await search.stop();
  });

  test("reads everything again also when the store fails just then, and tells the operator", async () => {
    const { source, gate, put, forgetEvents } = store();
    put(1, "Red mug");
    const told: unknown[] = [];
    const search = new MemorySearch(source, OPTIONS);
    search.reportTo((error) => told.push(error));
    await search.search(asked("mug"), VISIBLE);
    [gate.isDown] = [true];
    put(2, "Blue mug");
    forgetEvents();
    await expect.poll(() => told.length).toBeGreaterThan(0);
    expect(told[0]).toMatchObject({ message: "The store is down." });
    gate.isDown = false;

    await expect
      .poll(async () => (await search.search(asked("mug"), VISIBLE)).total, { timeout: 5_000 })
      .toBe(2);
    await search.stop();
  });

  test("a search that takes many turns sees nothing of what changes meanwhile, and the next one all of it", async () => {
    const { source, put } = store();
    for (let n = 1; n <= 30; n += 1) put(n, `Mug ${n}`);
    let time = 0;
    // Each step of a search is a turn of its own.
    const search = new MemorySearch(source, OPTIONS, () => (time += 10));
    await search.search(asked("mug"), VISIBLE);

    const slow = search.search(
      { ...asked("mug"), withFacets: true, withSuggestions: true, filter: { available: true } },
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
    expect((await search.search(asked("mug"), VISIBLE)).total).toBe(60);
    await search.stop();
  });

  test("searches that come at once have a turn each, and others theirs in between", async () => {
    const { source, put } = store();
    put(1, "Red mug");
    const search = new MemorySearch(source, OPTIONS);
    await search.search(asked("mug"), VISIBLE);
    let [round, isOver] = [0, false];
    const count = () => void ((round += 1), isOver || setImmediate(count));
    setImmediate(count);

    const rounds = await Promise.all(
      Array.from({ length: 20 }, () => search.search(asked("mug"), VISIBLE).then(() => round)),
    );

    isOver = true;
    expect(new Set(rounds).size).toBe(20);
    await search.stop();
  });

  test("so have those that waited for the same change", async () => {
    const { source, put } = store();
    for (let n = 1; n <= 30; n += 1) put(n, `Mug ${n}`);
    let [time, step] = [0, 10];
    const search = new MemorySearch(source, { ...OPTIONS, freshMs: 0 }, () => (time += step));
    await search.search(asked("mug"), VISIBLE);
    // Each of its words is looked for in steps of its own.
    const slow = search.search(asked("mag meg mig mog mugg mugs muk mud"), VISIBLE);
    await immediates(3);
    put(31, "Mug 31");
    search.changed();
    await immediates(5);
    let [round, isOver] = [0, false];
    const count = () => void ((round += 1), isOver || setImmediate(count));
    setImmediate(count);

    const later = Promise.all(
      Array.from({ length: 20 }, () =>
        search.search(asked("mug"), VISIBLE).then(({ total }) => ({ total, round })),
      ),
    );
    await immediates(30);
    // From now on there is time enough: each is answered in one turn.
    step = 0;
    await slow;
    const answers = await later;

    isOver = true;
    expect(new Set(answers.map((answer) => answer.round)).size).toBe(20);
    expect(new Set(answers.map(({ total }) => total))).toEqual(new Set([31]));
    await search.stop();
  });
});
