import type {
  ScheduledPriceReads,
  ScheduledPriceView,
} from "../../../src/application/pricing/ports/scheduled-price-reads.js";
import {
  CHANGE_PRICE,
  planOf,
} from "../../../src/application/pricing/scheduled-prices/price-plan.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { id } from "../../../src/domain/shared/id.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import type { StoredWork } from "../in-memory-schedule.js";
import { pageOf } from "../page-of.js";
import { restored, type StoredPrice } from "./in-memory-prices.js";

export const inMemoryScheduledPriceReads = (database: InMemoryDatabase): ScheduledPriceReads => {
  const pending = (test: (work: StoredWork) => boolean = () => true): readonly StoredWork[] =>
    [...database.rows<StoredWork>("work").values()]
      .filter((work) => work.kind === CHANGE_PRICE && work.status === "PENDING" && test(work))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  const ofProduct = (product: string | undefined) => {
    const variants =
      product === undefined
        ? null
        : new Set<string>(
            database
              .rows<ProductSnapshot>("product")
              .get(product)
              ?.variants.map((one) => one.id),
          );
    return pending(({ subject }) => variants?.has(subject) ?? true);
  };
  return {
    ofVariants: async (ids) =>
      new Map(
        ids.map((variant) => [variant, pending(({ subject }) => subject === variant).map(toView)]),
      ),
    plansOf: async (ids) =>
      new Map(
        ids
          .map((variant) => {
            const row = database.rows<StoredPrice>("price").get(variant);
            const plans = pending(({ subject }) => subject === variant).map((work) => ({
              id: work.id,
              at: work.dueAt,
              plan: planOf(work.facts),
            }));
            return [variant, { stored: row ? restored(row) : null, plans }] as const;
          })
          .filter(([, { plans }]) => plans.length > 0),
      ),
    byId: async (ids) => pending((work) => ids.includes(work.id)).map(toView),
    list: async ({ product }, page) =>
      pageOf(
        ofProduct(product),
        {
          name: "at",
          key: ({ dueAt }) => dueAt.toISOString(),
          id: (work) => work.id,
          reverse: false,
        },
        page,
        toView,
      ),
    count: async ({ product }) => ofProduct(product).length,
  };
};

const toView = (work: StoredWork): ScheduledPriceView => {
  const plan = planOf(work.facts);
  return {
    id: work.id,
    variantId: id(work.subject),
    at: work.dueAt,
    until: plan.kind === "change" ? plan.until : null,
    change: plan.kind === "change" ? plan.change : plan.reversal.to,
    isReturn: plan.kind === "reversal",
  };
};
