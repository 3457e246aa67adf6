import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { DEMO_TAX_CATEGORY } from "./demo-taxes.js";

const ZONES = [
  {
    key: "demo-europe",
    name: "Europe",
    countries: ["AT", "BE", "DE", "DK", "ES", "FR", "IT", "NL"],
  },
  { key: "demo-alps", name: "Switzerland", countries: ["CH", "LI"] },
];
const OPTIONS = [
  {
    key: "demo-parcel",
    name: "Parcel",
    description: "Three to five working days.",
    german: { name: "Paket", description: "Drei bis fünf Werktage." },
    rates: [
      { currency: "EUR", price: "4.90", freeFrom: "60.00" },
      { currency: "CHF", price: "7.00", freeFrom: "80.00" },
    ],
    zones: [],
  },
  {
    key: "demo-express",
    name: "Express",
    description: "The next working day.",
    german: { name: "Express", description: "Am nächsten Werktag." },
    rates: [
      { currency: "EUR", price: "12.90" },
      { currency: "CHF", price: "15.00" },
    ],
    zones: ZONES.map(({ key }) => key),
  },
];

/** Deliveries in both markets, so that an order can be placed: one to anywhere, one in zones. */
export const demoDelivery = ({ delivery }: Pick<App, "delivery">) => {
  const zoneIds = async (keys: readonly string[]): Promise<readonly string[]> =>
    [...(await delivery.admin.zonesByKey(keys, OPERATOR)).values()].map(({ id }) => id);
  const options = () =>
    delivery.admin.optionsByKey(
      OPTIONS.map(({ key }) => key),
      OPERATOR,
    );

  return {
    /** Creates what is missing. */
    open: async (): Promise<void> => {
      for (const { countries, ...names } of ZONES) {
        if ((await zoneIds([names.key])).length > 0) continue;
        const areas = countries.map((country) => ({ country }));
        accepted(await delivery.deliveryZoneCreate({ zone: { ...names, areas } }, OPERATOR));
      }
      const known = await options();
      for (const { zones, german, ...option } of OPTIONS.filter(({ key }) => !known.has(key))) {
        const translations = [{ locale: "de", ...german }];
        const references = { zoneIds: await zoneIds(zones), taxCategory: DEMO_TAX_CATEGORY };
        accepted(
          await delivery.deliveryOptionCreate(
            { option: { kind: "FLAT", ...option, translations, ...references } },
            OPERATOR,
          ),
        );
      }
    },

    /** Deletes the options, and the zones unless other options name them. */
    close: async (): Promise<void> => {
      for (const { id } of (await options()).values())
        accepted(await delivery.deliveryOptionDelete({ id }, OPERATOR));
      for (const id of await zoneIds(ZONES.map(({ key }) => key)))
        await delivery.deliveryZoneDelete({ id }, OPERATOR);
    },
  };
};
