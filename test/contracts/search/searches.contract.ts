import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { search } from "../../../src/application/search/search.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { OWN_PRODUCTS } from "../../builders/own-products.js";
import { createRetailDemo, hasRetailDemo } from "../../builders/create-retail-demo.js";
import { SEARCH_QUERIES } from "../../builders/search-queries.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { searching, titlesOf } from "./search-subject.js";

/**
 * What the forty searches find first, on whichever store; the answers are the same on all, because
 * they are written down.
 */
export const searchesContract = (open: () => Promise<Store>): void => {
  describe.skipIf(!hasRetailDemo)(
    "forty searches over 2,465 products (left out without ../shared/data)",
    () => {
      let store: Store;
      let shop: Catalog;
      const found: Record<string, readonly string[]> = {};

      beforeAll(async () => {
        store = await open();
        shop = catalog({ ...store, clock: fixedClock(), ids: numberedIds(), currency: "EUR" });
        await createRetailDemo(shop, OWN_PRODUCTS);
      }, 180_000);
      afterAll(() => store.close());

      test.each(SEARCH_QUERIES.map((search) => [search.query, search] as const))(
        "%s",
        async (_, { query, first }) => {
          const titles = titlesOf(
            await searching(search({ ...store, clock: fixedClock() }))(query, {
              page: { size: 10, direction: "forward", after: null, before: null },
            }),
          );
          found[query] = titles;

          expect(firstOf(titles, first)).toEqual(expectedOf(titles, first));
        },
      );

      test("the first results have the same order on every store", async () => {
        expect(Object.keys(found)).toHaveLength(SEARCH_QUERIES.length);
        await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
          join(import.meta.dirname, "../../builders/recorded-searches.json"),
        );
      });
    },
  );
};

const MOST = 3;

const firstOf = (
  titles: readonly string[],
  groups: readonly (readonly string[])[],
): readonly string[] => titles.slice(0, Math.min(MOST, groups.flat().length));

/** The titles if each is in the expected group; otherwise the expected titles. */
const expectedOf = (
  titles: readonly string[],
  groups: readonly (readonly string[])[],
): readonly string[] => {
  const expected: string[] = [];
  for (const group of groups) {
    const left = [...group];
    while (left.length > 0 && expected.length < MOST) {
      const title = titles[expected.length];
      const at = title === undefined ? -1 : left.indexOf(title);
      expected.push(...left.splice(Math.max(at, 0), 1));
    }
  }
  return expected;
};
