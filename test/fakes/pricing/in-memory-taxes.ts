import type { ShopTaxes } from "../../../src/application/pricing/ports/shop-taxes.js";
import type { TaxRateFilter, TaxReads } from "../../../src/application/pricing/ports/tax-reads.js";
import type { TaxStores } from "../../../src/application/pricing/ports/tax-stores.js";
import type { PageRequest } from "../../../src/application/shared/page.js";
import {
  TaxCategoryKeyTaken,
  TaxCategoryNotFound,
  TaxRateNotFound,
  TaxZoneKeyTaken,
  TaxZoneNotFound,
} from "../../../src/domain/pricing/tax-settings/errors.js";
import {
  TaxCategorySetting,
  type TaxCategorySnapshot,
} from "../../../src/domain/pricing/tax-settings/tax-category-setting.js";
import {
  TaxRateSetting,
  type TaxRateSnapshot,
} from "../../../src/domain/pricing/tax-settings/tax-rate-setting.js";
import {
  TaxZoneSetting,
  type TaxZoneSnapshot,
} from "../../../src/domain/pricing/tax-settings/tax-zone-setting.js";
import type { FeeSnapshot } from "../../../src/domain/pricing/fees/fee.js";
import type { DeliveryOptionSnapshot } from "../../../src/domain/delivery/delivery-option.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { isValidAt } from "../../../src/domain/pricing/validity.js";
import type { DomainError } from "../../../src/domain/shared/domain-error.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf } from "../page-of.js";
import { byKey } from "./in-memory-price-lists.js";

const [CATEGORIES, ZONES, RATES] = ["tax_category", "tax_zone", "tax_rate"] as const;
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

const rowsOf = <Snapshot>(database: InMemoryDatabase, table: string): readonly Snapshot[] =>
  structuredClone([...database.rows<Snapshot>(table).values()]);
const categoriesOf = (database: InMemoryDatabase) =>
  rowsOf<TaxCategorySnapshot>(database, CATEGORIES).toSorted(byKey);
const zonesOf = (database: InMemoryDatabase) =>
  rowsOf<TaxZoneSnapshot>(database, ZONES).toSorted(byKey);
const ratesOf = (database: InMemoryDatabase) =>
  rowsOf<TaxRateSnapshot>(database, RATES).toSorted(byId);

interface Setting<Snapshot> {
  readonly id: string;
  pullEvents(): readonly { readonly type: string; readonly version: number }[];
  snapshot(): Snapshot;
}

const settingsOf = <
  Snapshot extends { readonly id: string; readonly version: number; readonly key?: string },
  Stored extends Setting<Snapshot>,
>(
  database: InMemoryDatabase,
  table: string,
  restore: (snapshot: Snapshot) => Stored,
  notFound: (id: string) => DomainError,
  keyTaken: (key: string) => DomainError = notFound,
) => ({
  get: async (id: string): Promise<Stored> => {
    const row = database.rows<Snapshot>(table).get(id);
    if (!row) throw notFound(id);
    return restore(structuredClone(row));
  },
  save: async (setting: Stored): Promise<void> => {
    const [events, snapshot] = [setting.pullEvents(), setting.snapshot()];
    if (!events[0]) return;
    database.checkVersion(table, snapshot.id, events[0].version - 1);
    const rows = rowsOf<Snapshot>(database, table);
    const { key } = snapshot;
    if (key !== undefined && rows.some((row) => row.id !== snapshot.id && row.key === key))
      throw keyTaken(key);
    database.rows<Snapshot>(table).set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  },
  remove: async (setting: Stored): Promise<void> => {
    database.removeAggregate(table, setting.id, setting);
  },
});

export const inMemoryTaxStores = (database: InMemoryDatabase): TaxStores => ({
  taxCategories: {
    ...settingsOf<TaxCategorySnapshot, TaxCategorySetting>(
      database,
      CATEGORIES,
      (snapshot) => TaxCategorySetting.restore(snapshot),
      (id) => new TaxCategoryNotFound(id),
      (key) => new TaxCategoryKeyTaken(key),
    ),
    usesOf: async (key, most) => {
      const fees = [...database.rows<FeeSnapshot>("fee").values()];
      const options = [...database.rows<DeliveryOptionSnapshot>("delivery_option").values()];
      const variants = [...database.rows<ProductSnapshot>("product").values()].flatMap((product) =>
        product.variants.filter(({ taxCode }) => taxCode?.trim().toLowerCase() === key),
      );
      const keysOf = (
        rows: readonly { readonly key: string; readonly taxCategory: string | null }[],
      ) => rows.filter(({ taxCategory }) => taxCategory === key).map((row) => row.key);
      return [
        { what: "fees", all: keysOf(fees) },
        { what: "delivery options", all: keysOf(options) },
        { what: "variants", all: variants.map(({ sku, id }) => sku ?? id) },
      ]
        .filter(({ all }) => all.length > 0)
        .map(({ what, all }) => ({
          what,
          count: all.length,
          names: all.toSorted().slice(0, most),
        }));
    },
    all: async () => categoriesOf(database),
  },
  taxZones: {
    ...settingsOf<TaxZoneSnapshot, TaxZoneSetting>(
      database,
      ZONES,
      (snapshot) => TaxZoneSetting.restore(snapshot),
      (id) => new TaxZoneNotFound(id),
      (key) => new TaxZoneKeyTaken(key),
    ),
    all: async () => zonesOf(database),
  },
  taxRates: {
    ...settingsOf<TaxRateSnapshot, TaxRateSetting>(
      database,
      RATES,
      (snapshot) => TaxRateSetting.restore(snapshot),
      (id) => new TaxRateNotFound(id),
    ),
    all: async () => ratesOf(database),
    of: async (zone, category) => ratesOf(database).filter(matching({ zone, category })),
    count: async () => ratesOf(database).length,
    countOfZone: async (zone) => ratesOf(database).filter(matching({ zone })).length,
    countOfCategory: async (category) => ratesOf(database).filter(matching({ category })).length,
  },
});

const matching =
  ({ zone, category, validAt }: TaxRateFilter) =>
  (rate: TaxRateSnapshot): boolean =>
    (zone === undefined || rate.zone === zone) &&
    (category === undefined || rate.category === category) &&
    (validAt === undefined || isValidAt(rate, validAt));

const keyed = <View extends { readonly id: string; readonly key: string }>(
  name: string,
  all: () => readonly View[],
) => ({
  list: async (page: PageRequest) =>
    pageOf(
      all(),
      { name, key: ({ key }) => key, id: ({ id }) => id, reverse: false },
      page,
      (one) => one,
    ),
  count: async () => all().length,
  byId: async (ids: readonly string[]) => all().filter(({ id }) => ids.includes(id)),
  byKey: async (keys: readonly string[]) => all().filter(({ key }) => keys.includes(key)),
});

const BY_CREATION = {
  name: RATES,
  key: ({ id }: TaxRateSnapshot) => id,
  id: ({ id }: TaxRateSnapshot) => id,
  reverse: false,
};

export const inMemoryTaxReads = (database: InMemoryDatabase): TaxReads => ({
  categories: keyed(CATEGORIES, () => categoriesOf(database)),
  zones: keyed(ZONES, () => zonesOf(database)),
  rates: {
    list: async (filter, page) =>
      pageOf(ratesOf(database).filter(matching(filter)), BY_CREATION, page, (one) => one),
    count: async (filter) => ratesOf(database).filter(matching(filter)).length,
    byId: async (ids) => ratesOf(database).filter(({ id }) => ids.includes(id)),
  },
});

export const inMemoryShopTaxes = (database: InMemoryDatabase): ShopTaxes => ({
  current: async () => ({
    categories: categoriesOf(database),
    zones: zonesOf(database),
    rates: ratesOf(database),
  }),
});
