import { describe, expect, test } from "vitest";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const LATER = new Date("2026-02-01T12:00:00.000Z");
const LIST = id<PriceListId>("pricelist_01h00000000000000000000001");

const refusals = (open: () => unknown): unknown[] => {
  try {
    open();
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
  }
  return [];
};

describe("a price list", () => {
  test("is marked as ready once, and cannot be deleted while markets use it", () => {
    const list = PriceList.create(LIST, { key: "francs", name: "Francs", currency: "CHF" }, NOW);
    list.markReady(LATER);
    list.markReady(LATER);

    expect(list.snapshot()).toMatchObject({ isReady: true, version: 2 });
    expect(refusals(() => list.delete(2))).toEqual(["PRICE_LIST_IN_USE id"]);
    list.delete(0);
    expect(list.pullEvents().map(({ type }) => type)).toEqual([
      "pricing.price-list-created",
      "pricing.price-list-ready",
      "pricing.price-list-deleted",
    ]);
  });

  test("needs a valid key and a known currency", () => {
    expect(
      refusals(() => PriceList.create(LIST, { key: "-", name: "", currency: "XYZ" }, NOW)),
    ).toEqual(["INVALID_KEY key", "INVALID_TEXT name", "UNKNOWN_CURRENCY currency"]);
  });

  test("is refused at a time whose year has not four digits", () => {
    const list = (window: object) =>
      refusals(() =>
        PriceList.create(LIST, { key: "sale", name: "Sale", currency: "EUR", ...window }, NOW),
      );

    expect(list({ validFrom: NOW, validUntil: new Date("+010000-01-01T00:00:00.000Z") })).toEqual([
      "INVALID_SCHEDULE_TIME validUntil",
    ]);
    expect(list({ validFrom: new Date("0999-12-31T23:59:59.999Z") })).toEqual([
      "INVALID_SCHEDULE_TIME validFrom",
    ]);
  });
});
