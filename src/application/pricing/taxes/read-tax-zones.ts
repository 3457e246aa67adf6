import type { TaxZoneId } from "../../../domain/pricing/ids.js";
import type { PageRequest } from "../../shared/page.js";
import { taxReading } from "./tax-reading.js";

/** The tax zones of the shop. Staff only. */
export const readTaxZones = {
  list: taxReading((page: PageRequest, { zones }) => zones.list(page)),
  count: taxReading((_: object, { zones }) => zones.count()),
  byId: taxReading((ids: readonly TaxZoneId[], { zones }) => zones.byId(ids)),
  byKey: taxReading((keys: readonly string[], { zones }) => zones.byKey(keys)),
};
