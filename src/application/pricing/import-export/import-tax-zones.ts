import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import { TaxCategorySetting } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import { TaxZoneSetting } from "../../../domain/pricing/tax-settings/tax-zone-setting.js";
import { CHARGE_TAXATIONS, type ChargeTaxation } from "../../../domain/pricing/tax/tax-zone.js";
import { MAX_TAX_CATEGORIES } from "../taxes/tax-category-create.js";
import { MAX_TAX_ZONES } from "../taxes/tax-zone-create.js";
import { areasOfText } from "./area-text.js";
import { readFlag } from "./read-tax-rate.js";
import { RowRefused, type TaxFileState, type TaxRow } from "./tax-file-state.js";

/** The zone of a row: a new one is created from its areas, a stored one must be as the row says. */
export const importTaxZone = async (state: TaxFileState, { cells }: TaxRow): Promise<boolean> => {
  const { stores, ids, now, zones } = state;
  const [key = "", areas = ""] = [cells.zone, cells.areas];
  const stored = zones.find((zone) => zone.key === key);
  if (stored) {
    const content = {
      name: cells.zoneName || stored.name,
      areas: areas === "" ? stored.areas : areasOfText(areas),
      chargeTaxation: chargeTaxationOf(cells.chargeTaxation) ?? stored.chargeTaxation,
    };
    if (TaxZoneSetting.restore(stored).revise(content, zones, now))
      throw new RowRefused(
        "zone",
        "TAX_ZONE_DIFFERS",
        `The tax zone ${key} is another one in the shop. An import changes no zone.`,
        "Leave its name, areas, and delivery and fees blank, or change the zone in the admin API.",
      );
    return false;
  }
  if (areas === "")
    throw new RowRefused(
      "zone",
      "TAX_ZONE_NOT_FOUND",
      `There is no tax zone ${key}.`,
      "Correct the key, or write the areas of the zone, so that it is created.",
    );
  const zone = TaxZoneSetting.create(
    ids.next("taxzone"),
    {
      key,
      name: cells.zoneName || key,
      areas: areasOfText(areas),
      chargeTaxation: chargeTaxationOf(cells.chargeTaxation) ?? "OWN_CATEGORY",
    },
    zones,
    now,
  );
  if (zones.length >= MAX_TAX_ZONES)
    throw new TooManyOfAKind("tax zones", zones.length + 1, MAX_TAX_ZONES);
  await stores.taxZones.save(zone);
  zones.push(zone.snapshot());
  return true;
};

const chargeTaxationOf = (text = ""): ChargeTaxation | null => {
  const found = CHARGE_TAXATIONS.find((one) => one === text.toUpperCase());
  if (found === undefined && text !== "")
    throw new RowRefused(
      "chargeTaxation",
      "INVALID_CHARGE_TAXATION",
      `"${text}" does not say how delivery and fees are taxed.`,
      `Write ${CHARGE_TAXATIONS.join(", ")}, or leave the cell blank.`,
    );
  return found ?? null;
};

/** The category of a row: a new one is created from its name, a stored one must be as the row says. */
export const importTaxCategory = async (
  state: TaxFileState,
  { cells }: TaxRow,
): Promise<boolean> => {
  const { stores, ids, now, categories } = state;
  const [key = "", name = ""] = [cells.category, cells.categoryName];
  const isDefault = readFlag(cells, "isDefault");
  const stored = categories.find((category) => category.key === key);
  if (stored) {
    const content = { name: name || stored.name, isDefault: isDefault ?? stored.isDefault };
    if (TaxCategorySetting.restore(stored).revise(content, categories, now))
      throw new RowRefused(
        "category",
        "TAX_CATEGORY_DIFFERS",
        `The tax category ${key} is another one in the shop. An import changes no category.`,
        "Leave its name and its default blank, or change the category in the admin API.",
      );
    return false;
  }
  if (name === "")
    throw new RowRefused(
      "category",
      "TAX_CATEGORY_NOT_FOUND",
      `There is no tax category ${key}.`,
      "Correct the key, or write the name of the category, so that it is created.",
    );
  const content = { key, name, isDefault: isDefault ?? categories.length === 0 };
  const category = TaxCategorySetting.create(ids.next("taxcategory"), content, categories, now);
  if (categories.length >= MAX_TAX_CATEGORIES)
    throw new TooManyOfAKind("tax categories", categories.length + 1, MAX_TAX_CATEGORIES);
  await stores.taxCategories.save(category);
  categories.push(category.snapshot());
  return true;
};
