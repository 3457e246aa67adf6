import type {
  DeliveryReads,
  OfferedDelivery,
} from "../../application/delivery/ports/delivery-reads.js";
import { isKey } from "../../domain/pricing/pricing.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { RowSource } from "../shared/database/sql-session.js";
import { DELIVERY_OPTION_TABLE } from "./delivery-option-table.js";
import { DELIVERY_ZONE_TABLE } from "./delivery-zone-table.js";

const ZONES = {
  columns: [DELIVERY_ZONE_TABLE.selection],
  from: "delivery_zone",
  where: [],
  read: DELIVERY_ZONE_TABLE.toRecord,
};
const OPTIONS = {
  columns: [DELIVERY_OPTION_TABLE.selection],
  from: "delivery_option",
  where: [],
  read: DELIVERY_OPTION_TABLE.toRecord,
};
const BY_KEY: KeysetOrder = {
  name: "delivery zones",
  column: "zone_key",
  kind: "text",
  idColumn: "id",
  reverse: false,
};
const BY_POSITION: KeysetOrder = {
  name: "delivery options",
  column: "position",
  kind: "number",
  idColumn: "id",
  reverse: false,
};

export const sqlDeliveryReads = (source: ReadSource): DeliveryReads => ({
  zones: (page) => readPage(source, { ...ZONES, order: BY_KEY }, page),
  countZones: () => countRows(source, ZONES),
  zonesById: async (ids) => byId(await readByKey(source, "id", ids, ZONES)),
  // A column of ASCII is not compared with anything else.
  zonesByKey: async (keys) => byKey(await readByKey(source, "zone_key", keys.filter(isKey), ZONES)),
  options: (page) => readPage(source, { ...OPTIONS, order: BY_POSITION }, page),
  countOptions: () => countRows(source, OPTIONS),
  optionsById: async (ids) => byId(await readByKey(source, "id", ids, OPTIONS)),
  optionsByKey: async (keys) =>
    byKey(await readByKey(source, "option_key", keys.filter(isKey), OPTIONS)),
  offered: () => readOffered(source),
});

/** What is offered, in two statements. */
export const readOffered = async (source: RowSource): Promise<OfferedDelivery> => {
  const zones = await source.query(`SELECT ${DELIVERY_ZONE_TABLE.selection} FROM delivery_zone`);
  const options = await source.query(
    `SELECT ${DELIVERY_OPTION_TABLE.selection} FROM delivery_option WHERE is_active = ? ORDER BY position, id`,
    [true],
  );
  return {
    zones: zones.map(DELIVERY_ZONE_TABLE.toRecord),
    options: options.map(DELIVERY_OPTION_TABLE.toRecord),
  };
};

const byId = <One extends { readonly id: string }>(found: readonly One[]) =>
  new Map(found.map((one) => [one.id as One["id"], one]));

const byKey = <One extends { readonly key: string }>(found: readonly One[]) =>
  new Map(found.map((one) => [one.key, one]));
