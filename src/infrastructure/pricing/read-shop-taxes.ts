import type { ShopTaxesView } from "../../application/pricing/ports/shop-taxes.js";
import type { RowSource } from "../shared/database/sql-session.js";
import { TAX_TABLES } from "./tax-tables.js";

/** The categories, zones and rates of a shop as they are stored. */
export const readShopTaxes = async (source: RowSource): Promise<ShopTaxesView> => {
  const { category, zone, rate } = TAX_TABLES;
  const [categories, zones, rates] = await Promise.all([
    source.query(`SELECT ${category.selection} FROM ${category.name} ORDER BY category_key`),
    source.query(`SELECT ${zone.selection} FROM ${zone.name} ORDER BY zone_key`),
    source.query(`SELECT ${rate.selection} FROM ${rate.name} ORDER BY id`),
  ]);
  return {
    categories: categories.map(category.toRecord),
    zones: zones.map(zone.toRecord),
    rates: rates.map(rate.toRecord),
  };
};
