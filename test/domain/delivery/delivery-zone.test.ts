import { describe, expect, test } from "vitest";
import {
  DeliveryZone,
  type DeliveryZoneContent,
} from "../../../src/domain/delivery/delivery-zone.js";
import { zoneAround } from "../../../src/domain/shared/area.js";
import { NORWAY, NOW, refusalsOf, SWEDEN } from "./an-option.js";

const area = (country: string, region: string | null = null, ...postalCodes: string[]) => ({
  country,
  region,
  postalCodes,
});
const zone = (key: string, ...areas: DeliveryZoneContent["areas"]) => ({ key, name: key, areas });
const norway = DeliveryZone.create(NORWAY, zone("no", area("NO")), [], NOW).snapshot();
const create = (content: DeliveryZoneContent) => () =>
  DeliveryZone.create(SWEDEN, content, [norway], NOW);

describe("a delivery zone", () => {
  test("has a country in each of its areas", () => {
    expect([
      refusalsOf(create(zone("se"))),
      refusalsOf(create(zone("se", area("SE"), area(" ")))),
      refusalsOf(create(zone("se", area("XX"), area("SE", null, "1..2..3")))),
    ]).toEqual([
      ["DELIVERY_ZONE_WITHOUT_COUNTRY areas"],
      ["DELIVERY_ZONE_WITHOUT_COUNTRY areas.1.country"],
      ["UNKNOWN_COUNTRY areas.0.country", "INVALID_POSTAL_CODES areas.1.postalCodes.0"],
    ]);
  });

  test("shares no address with an equally narrow one, which the refusal names", () => {
    const scandinavia = create(zone("scandinavia", area("SE"), area("no")));

    expect(refusalsOf(scandinavia)).toEqual(["DELIVERY_ZONES_OVERLAP areas.1"]);
    expect(scandinavia).toThrow("that the delivery zone no has too");
    expect(refusalsOf(create(zone("north", area("NO", null, "9*"))))).toEqual([]);
  });

  test("contains an address when no narrower one does", () => {
    const north = create(zone("north", area("NO", null, "9*")))().snapshot();
    const at = (country: string, postalCode: string | null) =>
      zoneAround([norway, north], { country, region: null, postalCode })?.key;

    expect([at("NO", "9008"), at("NO", "0150"), at("NO", null), at("SE", null)]).toEqual([
      "north",
      "no",
      "no",
      undefined,
    ]);
  });

  test("is bounded", () => {
    const areas = Array.from({ length: 101 }, () => area("SE"));
    const codes = Array.from({ length: 251 }, (_, index) => String(index));

    expect([
      refusalsOf(create(zone("se", ...areas))),
      refusalsOf(create(zone("se", area("SE", null, ...codes)))),
    ]).toEqual([["TOO_MANY areas"], ["TOO_MANY areas"]]);
  });

  test("stays while options deliver there, which the refusal names", () => {
    const stored = DeliveryZone.restore(norway);

    expect(() => stored.delete(["parcel", "express"])).toThrow(
      "The delivery options parcel, express deliver to the zone no.",
    );
    expect(stored.revise(zone("no", area("NO")), [norway], NOW)).toBe(false);
    stored.delete([]);
    expect(stored.pullEvents()).toEqual([
      { type: "delivery.zone-deleted", deliveryZoneId: NORWAY, version: 2 },
    ]);
  });
});
