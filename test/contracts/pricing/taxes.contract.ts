import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ShopTaxesView } from "../../../src/application/pricing/ports/shop-taxes.js";
import type { TaxReads } from "../../../src/application/pricing/ports/tax-reads.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { taxCategoryDelete } from "../../../src/application/pricing/taxes/tax-category-delete.js";
import { taxCategoryUpdate } from "../../../src/application/pricing/taxes/tax-category-update.js";
import type { TaxWriteStores } from "../../../src/application/pricing/taxes/lock-taxes.js";
import { taxRateCreate } from "../../../src/application/pricing/taxes/tax-rate-create.js";
import { taxRateDelete } from "../../../src/application/pricing/taxes/tax-rate-delete.js";
import { taxRateUpdate } from "../../../src/application/pricing/taxes/tax-rate-update.js";
import { taxRatesCreate } from "../../../src/application/pricing/taxes/tax-rates-create.js";
import { taxRatesUpdate } from "../../../src/application/pricing/taxes/tax-rates-update.js";
import { taxZoneCreate } from "../../../src/application/pricing/taxes/tax-zone-create.js";
import { taxZoneDelete } from "../../../src/application/pricing/taxes/tax-zone-delete.js";
import { taxZoneUpdate } from "../../../src/application/pricing/taxes/tax-zone-update.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { openTestMarket, resultOf } from "../../builders/open-test-market.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { codes } from "./market-shop.js";
import { taxFileTests } from "./tax-files.contract.js";

export interface TaxesSubject {
  readonly unitOfWork: UnitOfWork<TaxWriteStores & IdempotencyStores>;
  readonly taxReads: TaxReads;
  /** What quotes read, also after a change. */
  readonly currentTaxes: () => Promise<ShopTaxesView>;
  close?(): Promise<void>;
}

const at = (text: string): Date => new Date(text);
const CHANGE = at("2021-01-01T00:00:00.001Z");

/** The taxes of a shop, as every store must keep them and every read must show them. */
export const taxesContract = (name: string, open: () => Promise<TaxesSubject>): void => {
  describe(`taxes: ${name}`, () => {
    let subject: TaxesSubject;
    let ids = numberedIds(800_000);
    const needs = () => ({ unitOfWork: subject.unitOfWork, clock: fixedClock(), ids });
    const category = (
      taxCategory: Parameters<ReturnType<typeof taxCategoryCreate>>[0]["taxCategory"],
    ) => taxCategoryCreate(needs())({ taxCategory }, OPERATOR);
    const zone = (taxZone: Parameters<ReturnType<typeof taxZoneCreate>>[0]["taxZone"]) =>
      taxZoneCreate(needs())({ taxZone }, OPERATOR);
    const rate = (taxRate: Partial<Parameters<ReturnType<typeof taxRateCreate>>[0]["taxRate"]>) =>
      taxRateCreate(needs())(
        { taxRate: { zone: "de", category: "standard", tax: "VAT", percentage: "19", ...taxRate } },
        OPERATOR,
      );
    const page = (first = 10, after: string | null = null) => pageRequest({ first, after });

    beforeEach(async () => {
      ids = numberedIds(800_000);
      subject = await open();
      await openTestMarket(subject.unitOfWork);
    });
    afterEach(async () => subject.close?.());

    const fill = async (): Promise<void> => {
      resultOf(await category({ key: "standard", name: "Standard goods" }));
      resultOf(await category({ key: "books" }));
      resultOf(await zone({ key: "de", name: "Germany", areas: [{ country: "de" }] }));
    };

    test("a shop that sets none has none, and sees at once what it sets", async () => {
      expect(await subject.currentTaxes()).toEqual({ categories: [], zones: [], rates: [] });
      await fill();

      const { categories, zones } = await subject.currentTaxes();
      expect([categories.length, zones.length]).toEqual([2, 1]);
    });

    test("categories, zones and rates are read as they were saved", async () => {
      await fill();
      const { taxZoneId } = resultOf(
        await zone({
          key: "canary",
          areas: [{ country: "ES", region: "cn", postalCodes: ["35*", "38001..38999", "e1-2 x"] }],
          chargeTaxation: "IN_PROPORTION",
        }),
      );
      const { taxRateId } = resultOf(
        await rate({
          zone: "canary",
          tax: "IGIC",
          percentage: "9.9750",
          isCompound: true,
          from: at("2020-01-01T00:00:00.000Z"),
          until: CHANGE,
        }),
      );

      expect(await subject.taxReads.zones.byId([taxZoneId])).toMatchObject([
        {
          key: "canary",
          name: "canary",
          areas: [{ country: "ES", region: "CN", postalCodes: ["35*", "38001..38999", "E12X"] }],
          chargeTaxation: "IN_PROPORTION",
          version: 1,
        },
      ]);
      expect(await subject.taxReads.rates.byId([taxRateId])).toMatchObject([
        {
          zone: "canary",
          category: "standard",
          tax: "IGIC",
          partsPerMillion: 99_750,
          isCompound: true,
          from: at("2020-01-01T00:00:00.000Z"),
          until: CHANGE,
        },
      ]);
      expect(await subject.taxReads.categories.byKey(["standard", "none"])).toMatchObject([
        { key: "standard", name: "Standard goods", isDefault: true },
      ]);
      expect(await subject.currentTaxes()).toMatchObject({
        categories: [
          { key: "books", isDefault: false },
          { key: "standard", isDefault: true },
        ],
        zones: [{ key: "canary" }, { key: "de" }],
        rates: [{ zone: "canary", partsPerMillion: 99_750 }],
      });
    });

    test("changes are saved, with a new version", async () => {
      await fill();
      const { taxRateId } = resultOf(await rate({}));
      resultOf(
        await taxRateUpdate(needs())(
          { id: taxRateId, expectedVersion: 1, changes: { percentage: "16", until: CHANGE } },
          OPERATOR,
        ),
      );
      const [germany] = await subject.taxReads.zones.byKey(["de"]);
      resultOf(
        await taxZoneUpdate(needs())(
          {
            id: germany?.id ?? "",
            changes: { name: null, areas: [{ country: "DE", postalCodes: ["1*"] }] },
          },
          OPERATOR,
        ),
      );
      const [standard, books] = await subject.taxReads.categories
        .byKey(["standard", "books"])
        .then((found) => found.toSorted((a) => (a.key === "standard" ? -1 : 1)));
      for (const [one, isDefault] of [
        [standard, false],
        [books, true],
      ] as const)
        resultOf(
          await taxCategoryUpdate(needs())({ id: one?.id ?? "", changes: { isDefault } }, OPERATOR),
        );

      expect(await subject.taxReads.rates.byId([taxRateId])).toMatchObject([
        { partsPerMillion: 160_000, from: null, until: CHANGE, version: 2 },
      ]);
      expect(await subject.currentTaxes()).toMatchObject({
        categories: [
          { key: "books", isDefault: true },
          { key: "standard", isDefault: false },
        ],
        zones: [{ key: "de", name: "de", areas: [{ postalCodes: ["1*"] }], version: 2 }],
      });
      expect(
        codes(
          await taxRateUpdate(needs())(
            { id: taxRateId, expectedVersion: 1, changes: { tax: "x" } },
            OPERATOR,
          ),
        ),
      ).toEqual(["STALE_VERSION"]);
    });

    test("another category becomes the default when it replaces the one before", async () => {
      await fill();
      const [books] = await subject.taxReads.categories.byKey(["books"]);
      const change = (changes: object) =>
        taxCategoryUpdate(needs())({ id: books?.id ?? "", changes }, OPERATOR);

      expect(codes(await change({ isDefault: true }))).toEqual(["TWO_DEFAULTS"]);
      expect(codes(await change({ name: "", isDefault: true, replacesDefault: true }))).toEqual([
        "INVALID_TEXT",
      ]);
      resultOf(await change({ isDefault: true, replacesDefault: true }));
      expect(await subject.currentTaxes()).toMatchObject({
        categories: [
          { key: "books", isDefault: true, version: 2 },
          { key: "standard", isDefault: false, version: 2 },
        ],
      });
    });

    test("a zone or category with rates is not deleted, one without is", async () => {
      await fill();
      const { taxRateId } = resultOf(await rate({}));
      const [germany] = await subject.taxReads.zones.byKey(["de"]);
      const [standard] = await subject.taxReads.categories.byKey(["standard"]);
      const deleteBoth = async () => [
        ...codes(await taxZoneDelete(needs())({ id: germany?.id ?? "" }, OPERATOR)),
        ...codes(await taxCategoryDelete(needs())({ id: standard?.id ?? "" }, OPERATOR)),
      ];

      expect(await deleteBoth()).toEqual(["TAX_ZONE_IN_USE", "TAX_CATEGORY_IN_USE"]);
      resultOf(await taxRateDelete(needs())({ id: taxRateId }, OPERATOR));
      expect(await deleteBoth()).toEqual([]);
      expect(await deleteBoth()).toEqual(["TAX_ZONE_NOT_FOUND", "TAX_CATEGORY_NOT_FOUND"]);
      expect(await subject.currentTaxes()).toMatchObject({
        categories: [{ key: "books" }],
        zones: [],
        rates: [],
      });
    });

    test("of two equal ones that are created at the same time, one is stored", async () => {
      await fill();
      const times = Array.from({ length: 8 }, (_, n) => n + 1);
      const atOnce = async (create: (n: number) => Promise<Parameters<typeof codes>[0]>) => {
        const answers = await Promise.all(times.map(create));
        return answers.map((answer) => codes(answer).join() || "stored").toSorted();
      };
      const oneOf = (code: string) => [...times.slice(1).map(() => code), "stored"];

      expect(await atOnce(() => rate({}))).toEqual(oneOf("TAX_RATES_OVERLAP"));
      expect(await atOnce((n) => zone({ key: `be-${n}`, areas: [{ country: "BE" }] }))).toEqual(
        oneOf("TAX_ZONES_OVERLAP"),
      );
      expect(await atOnce(() => zone({ key: "fr", areas: [{ country: "FR" }] }))).toEqual(
        oneOf("TAX_ZONE_KEY_TAKEN"),
      );
      expect(await atOnce(() => category({ key: "food" }))).toEqual(
        oneOf("TAX_CATEGORY_KEY_TAKEN"),
      );
    });

    test("a rate is not stored while its zone is deleted at the same time", async () => {
      await fill();
      const [germany] = await subject.taxReads.zones.byKey(["de"]);
      const [created, deleted] = await Promise.all([
        rate({}),
        taxZoneDelete(needs())({ id: germany?.id ?? "" }, OPERATOR),
      ]);

      const { zones, rates } = await subject.currentTaxes();
      expect([codes(created), codes(deleted)]).toEqual(
        zones.length === 1 ? [[], ["TAX_ZONE_IN_USE"]] : [["TAX_ZONE_NOT_FOUND"], []],
      );
      expect(rates).toHaveLength(zones.length);
    });

    test("several rates are decided on one another, in their order, together or each by itself", async () => {
      await fill();
      const items = [
        { percentage: "19", until: "2027-01-01" },
        { percentage: "21", from: "2027-01-01" },
        { percentage: "22", from: "2028-01-01" },
      ].map(({ percentage, from, until }) => ({
        zone: "de",
        category: "books",
        tax: "VAT",
        percentage,
        from: from === undefined ? null : new Date(from),
        until: until === undefined ? null : new Date(until),
      }));
      const create = (onError: "ABORT" | "SKIP") =>
        taxRatesCreate(needs())({ items, onError }, OPERATOR);
      const before = (await subject.taxReads.rates.list({}, page())).items.length;

      expect(codes(await create("ABORT"))).toEqual(["TAX_RATES_OVERLAP"]);
      expect((await subject.taxReads.rates.list({}, page())).items).toHaveLength(before);
      const created = resultOf(await create("SKIP")).items;
      const [first, second, third] = created.map(({ result }) => result?.taxRateId);
      expect([third, created[2]?.refusals[0]?.path]).toEqual([undefined, ["from"]]);

      const moved = await taxRatesUpdate(needs())(
        {
          items: [
            { id: first ?? "", changes: { until: new Date("2026-07-01") } },
            { id: second ?? "", changes: { from: new Date("2026-07-01") } },
          ],
        },
        OPERATOR,
      );
      expect(resultOf(moved).items.map(({ refusals }) => refusals)).toEqual([[], []]);
      expect((await subject.taxReads.rates.list({}, page())).items).toHaveLength(before + 2);
    });

    test("rates are listed by zone, category and moment, page by page", async () => {
      await fill();
      resultOf(await zone({ key: "at", areas: [{ country: "AT" }] }));
      resultOf(await rate({ percentage: "16", until: CHANGE }));
      resultOf(await rate({ percentage: "19", from: CHANGE }));
      resultOf(await rate({ percentage: "7", category: "books" }));
      resultOf(await rate({ percentage: "20", zone: "at" }));
      const { rates } = subject.taxReads;
      const listed = async (filter: Parameters<typeof rates.list>[0]) =>
        (await rates.list(filter, page())).items.map(({ item }) => item.partsPerMillion / 10_000);

      const first = await rates.list({}, page(3));
      const rest = await rates.list({}, page(3, first.items.at(-1)?.cursor));
      expect(
        [...first.items, ...rest.items].map(({ item }) => item.partsPerMillion / 10_000),
      ).toEqual([16, 19, 7, 20]);
      expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
      expect(await listed({ zone: "de" })).toEqual([16, 19, 7]);
      expect(await listed({ category: "books" })).toEqual([7]);
      expect(await listed({ validAt: new Date(CHANGE.getTime() - 1) })).toEqual([16, 7, 20]);
      expect(await listed({ validAt: CHANGE, zone: "de" })).toEqual([19, 7]);
      expect([await rates.count({}), await rates.count({ zone: "at" })]).toEqual([4, 1]);
    });

    test("categories and zones are listed by key, page by page", async () => {
      await fill();
      resultOf(await zone({ key: "at", areas: [{ country: "AT" }] }));
      const { categories, zones } = subject.taxReads;

      const first = await categories.list(page(1));
      const rest = await categories.list(page(1, first.items[0]?.cursor));
      expect([...first.items, ...rest.items].map(({ item }) => item.key)).toEqual([
        "books",
        "standard",
      ]);
      expect((await zones.list(page())).items.map(({ item }) => item.key)).toEqual(["at", "de"]);
      expect([await categories.count(), await zones.count()]).toEqual([2, 2]);
    });

    taxFileTests(
      () => subject,
      () => ({ clock: fixedClock(), ids }),
    );
  });
};
