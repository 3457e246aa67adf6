import { describe, expect, test } from "vitest";
import { DeliveryOption } from "../../../src/domain/delivery/delivery-option.js";
import type { DeliveryOptionId } from "../../../src/domain/delivery/ids.js";
import type { DeliveryOptionContent } from "../../../src/domain/delivery/option-content.js";
import { textsIn } from "../../../src/domain/delivery/option-texts.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/inventory.js";
import { id } from "../../../src/domain/shared/id.js";
import { anOption, NOW, rate, refusalsOf } from "./an-option.js";

const ID = id<DeliveryOptionId>("deliveryoption_01h00000000000000000000001");
const create = (more: Partial<DeliveryOptionContent>) => () =>
  DeliveryOption.create(ID, anOption(more), NOW);
const refused = (more: Partial<DeliveryOptionContent>) => refusalsOf(create(more));

describe("a delivery option", () => {
  test("has steps that do not overlap, and names both that do", () => {
    const steps = [
      { from: 2_000, upTo: null, price: 700 },
      { from: 0, upTo: 2_000, price: 500 },
    ];

    expect(refused({ kind: "BY_WEIGHT", rates: [rate({ steps })] })).toEqual([
      "DELIVERY_STEPS_OVERLAP rates.0.steps.0.from",
    ]);
    expect(create({ kind: "BY_WEIGHT", rates: [rate({ steps })] })).toThrow(
      "The step 2000– overlaps the step 0–2000.",
    );
    expect(refused({ kind: "BY_WEIGHT", rates: [rate({ steps: [] })] })).toEqual([
      "INVALID_DELIVERY_OPTION rates.0.steps",
    ]);
    expect(
      refused({ kind: "BY_WEIGHT", rates: [rate({ steps: [{ from: 5, upTo: 4, price: -1 }] })] }),
    ).toEqual([
      "INVALID_DELIVERY_OPTION rates.0.steps.0.price",
      "INVALID_DELIVERY_OPTION rates.0.steps.0.upTo",
    ]);
  });

  test("has windows that end after they begin", () => {
    expect(
      refused({
        windows: [
          { from: null, until: null },
          { from: NOW, until: NOW },
        ],
      }),
    ).toEqual(["INVALID_VALIDITY windows.1.until"]);
  });

  test("has what its kind needs, and nothing that only other kinds have", () => {
    const carrier = { carrier: "dhl", service: "express" };

    expect([
      refused({ kind: "PICKUP" }),
      refused({ kind: "PICKUP", pickupLocation: DEFAULT_LOCATION.id }),
      refused({ pickupLocation: DEFAULT_LOCATION.id }),
      refused({ kind: "CARRIER", rates: [] }),
      refused({ kind: "CARRIER", rates: [], carrier }),
      refused({ carrier }),
      refused({ rates: [] }),
      refused({ kind: "CARRIER", carrier: { carrier: "D H L", service: "" }, rates: [] }),
    ]).toEqual([
      ["INVALID_DELIVERY_OPTION pickupLocationId"],
      [],
      ["INVALID_DELIVERY_OPTION pickupLocationId"],
      ["INVALID_DELIVERY_OPTION carrier"],
      [],
      ["INVALID_DELIVERY_OPTION carrier"],
      ["INVALID_DELIVERY_OPTION rates"],
      ["INVALID_DELIVERY_OPTION carrier.carrier", "INVALID_TEXT carrier.service"],
    ]);
  });

  test("is refused with all its problems at once", () => {
    expect(
      refused({
        key: "Parcel!",
        name: " ",
        translations: [
          { locale: "de", name: "Paket", description: null },
          { locale: "DE", name: "", description: null },
        ],
        rates: [rate(), rate({ minSubtotal: 5, maxSubtotal: 4 })],
        maxWeight: 1.5,
        position: -1,
        taxCategory: "A B",
      }),
    ).toEqual([
      "INVALID_KEY key",
      "INVALID_TEXT name",
      "GIVEN_TWICE translations.1.locale",
      "GIVEN_TWICE rates.1.currency",
      "INVALID_DELIVERY_OPTION rates.1.maxSubtotal",
      "INVALID_DELIVERY_OPTION maxWeight",
      "INVALID_DELIVERY_OPTION position",
      "INVALID_DELIVERY_OPTION taxCategory",
    ]);
  });

  test("announces each change, and nothing when it stays the same", () => {
    const option = create({})();
    expect(option.revise(anOption(), NOW)).toBe(false);
    expect(option.revise(anOption({ position: 4 }), NOW)).toBe(true);
    option.delete();

    expect(option.pullEvents().map(({ type, version }) => `${type} ${version}`)).toEqual([
      "delivery.option-created 1",
      "delivery.option-updated 2",
      "delivery.option-deleted 3",
    ]);
  });

  test("is named in the nearest language that has a name", () => {
    const option = anOption({
      translations: [
        { locale: "de", name: "Paket", description: "Zwei Tage" },
        { locale: "de-AT", name: "Packerl", description: null },
      ],
    });

    expect(
      [null, "fr", "de-CH", "de-AT"].map((locale) => Object.values(textsIn(option, locale)).join()),
    ).toEqual(["Parcel,", "Parcel,", "Paket,Zwei Tage", "Packerl,Zwei Tage"]);
  });
});
