import {
  SEARCH_SORT_KEYS,
  type SearchRequest,
  type SearchResult,
} from "../../src/application/search/ports/product-search.js";
import type { Audience } from "../../src/application/catalog/ports/audience.js";
import type { CollectionId } from "../../src/domain/catalog/ids.js";
import type { PriceListId } from "../../src/domain/pricing/ids.js";
import { id } from "../../src/domain/shared/id.js";
import { MemorySearch } from "../../src/infrastructure/search/memory-search.js";
import { sqlSearchSource } from "../../src/infrastructure/search/sql-search-source.js";
import type { Store } from "../../src/infrastructure/store.js";

/** What others have changed is found about a second later. */
const FOUND_AFTER_MS = 3_000;

/**
 * Whatever the search of a process answers that has followed the store must be what one answers
 * that reads the store just now.
 */
export const searchDefects = async (
  store: Pick<Store, "readSource" | "productSearch">,
  at: Date,
): Promise<readonly string[]> => {
  const questions = await questionsTo(store, at);
  const fresh = new MemorySearch(sqlSearchSource(store.readSource), {
    loadMs: 30_000,
    freshMs: 1_000,
    pollMs: null,
  });
  const expected = await Promise.all(
    questions.map(({ request, audience }) => fresh.search(request, audience)),
  );
  await fresh.stop();
  for (const since = performance.now(); ; await new Promise((resume) => setTimeout(resume, 100))) {
    const found = await Promise.all(
      questions.map(({ request, audience }) => store.productSearch.search(request, audience)),
    );
    const defects = questions.flatMap(({ request, audience }, index) =>
      differing(
        `${JSON.stringify(request)} ${JSON.stringify(audience.shoppingContext)}`,
        found[index],
        expected[index],
      ),
    );
    if (defects.length === 0 || performance.now() - since > FOUND_AFTER_MS) return defects;
  }
};

const differing = (
  question: string,
  told: SearchResult | undefined,
  wanted: SearchResult | undefined,
): readonly string[] =>
  JSON.stringify(told) === JSON.stringify(wanted)
    ? []
    : [
        `search for ${question}: ${JSON.stringify(told)} instead of ${JSON.stringify(wanted)}`.slice(
          0,
          2_000,
        ),
      ];

interface Question {
  readonly request: SearchRequest;
  readonly audience: Audience;
}

/**
 * All products in every order, by the words of their titles, in each collection, and at the prices
 * of each list.
 */
const questionsTo = async (
  { readSource }: Pick<Store, "readSource">,
  at: Date,
): Promise<readonly Question[]> => {
  const lists = await readSource.query(
    "SELECT id, currency FROM pricing_price_list WHERE is_ready = 1 ORDER BY id",
  );
  const collections = (await readSource.query("SELECT id FROM catalog_collection ORDER BY id")).map(
    (row) => id<CollectionId>(String(row["id"])),
  );
  const titles = (
    await readSource.query(
      "SELECT DISTINCT title FROM catalog_product UNION SELECT DISTINCT title FROM catalog_translation",
    )
  ).map((row) => String(row["title"] ?? ""));
  const words = [...new Set(titles.flatMap((title) => title.split(" ")))]
    .filter((word) => word !== "")
    .toSorted();
  const places = [
    undefined,
    ...lists.map((row) => ({
      market: "there",
      currency: String(row["currency"]),
      priceLists: [id<PriceListId>(String(row["id"]))],
      locale: null,
      moment: new Date("2026-01-01T12:00:00.000Z"),
      salesChannel: "WEB" as const,
    })),
  ];
  const ask = (
    more: Partial<SearchRequest>,
    place: Audience["shoppingContext"],
    sees: Audience["sees"],
  ): Question => ({
    request: {
      query: null,
      filter: {},
      sort: { key: "TITLE", reverse: false },
      page: { size: 1_000, direction: "forward", after: null, before: null },
      currency: place?.currency ?? "EUR",
      withFacets: true,
      withSuggestions: false,
      ...more,
    },
    audience: {
      ...(sees === "visible" ? { sees, at } : { sees }),
      ...(place && { shoppingContext: place }),
    },
  });
  return [
    ...places.flatMap((place) =>
      (["everything", "visible"] as const).flatMap((sees) => [
        ...SEARCH_SORT_KEYS.filter((key) => key !== "METAFIELD").map((key) =>
          ask({ sort: { key, reverse: false } }, place, sees),
        ),
        ask({ filter: { available: true } }, place, sees),
        ask({ filter: { onSale: true } }, place, sees),
      ]),
    ),
    ...collections.map((one) =>
      ask(
        { filter: { collections: [one] }, sort: { key: "MANUAL", reverse: false } },
        undefined,
        "everything",
      ),
    ),
    ...["tea", "label-1", "label-2"].map((tag) =>
      ask({ filter: { tags: [tag] } }, undefined, "everything"),
    ),
    ...["Vendor 0", "Vendor 1"].map((vendor) =>
      ask(
        { filter: { vendors: [vendor], options: [{ name: "Size", values: ["S", "V1"] }] } },
        undefined,
        "everything",
      ),
    ),
    ...words.map((query) => ask({ query }, undefined, "everything")),
  ];
};
