import type { LocationReads } from "../../application/inventory/ports/location-reads.js";
import type { Locations } from "../../application/inventory/ports/locations.js";
import type { Clock } from "../../application/shared/clock.js";
import { LocationKeyTaken, LocationNotFound } from "../../domain/inventory/errors.js";
import { Location } from "../../domain/inventory/location.js";
import { isKey } from "../../domain/pricing/pricing.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import {
  forUpdate,
  placeholders,
  sharedLock,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { LOCATION_TABLE } from "./location-table.js";

const { name: TABLE, selection } = LOCATION_TABLE;

export const sqlLocations = (session: SqlSession, clock: Clock): Locations => {
  const { all, get, save } = versionedStore(session, clock, {
    table: LOCATION_TABLE,
    restore: (snapshot) => Location.restore(snapshot),
    notFound: (id) => new LocationNotFound(id, ["id"]),
    keyTaken: ({ key }) => new LocationKeyTaken(key),
    // Markets are read with the locations that serve them.
    alsoWrite: () => renewTermsRevision(session, "markets"),
  });
  return {
    all,
    get,
    save,
    has: async (id) =>
      (await session.query(`SELECT id FROM ${TABLE} WHERE id = ?`, [id])).length > 0,
    share: async (ids) =>
      ids.length === 0
        ? []
        : (
            await session.query(
              `SELECT ${selection} FROM ${TABLE} WHERE id IN (${placeholders(ids)}) ORDER BY id${sharedLock(session)}`,
              ids,
            )
          ).map((row) => Location.restore(LOCATION_TABLE.toRecord(row))),
    heldVariants: async (id) =>
      (
        await session.query(
          `SELECT variant_id FROM inventory_stock_item WHERE location_id = ? AND (on_hand <> 0 OR reserved <> 0 OR claimed <> 0)${forUpdate(session)}`,
          [id],
        )
      ).length,
  };
};

const LOCATIONS = {
  columns: [selection],
  from: TABLE,
  where: [],
  read: LOCATION_TABLE.toRecord,
};

const BY_KEY: KeysetOrder = {
  name: "locations",
  column: "location_key",
  kind: "text",
  idColumn: "id",
  reverse: false,
};

export const sqlLocationReads = (source: ReadSource): LocationReads => ({
  locations: (page) => readPage(source, { ...LOCATIONS, order: BY_KEY }, page),
  countLocations: () => countRows(source, LOCATIONS),
  locationsById: async (ids) =>
    new Map((await readByKey(source, "id", ids, LOCATIONS)).map((one) => [one.id, one])),
  // A column of ASCII is not compared with anything else.
  locationsByKey: async (keys) =>
    new Map(
      (await readByKey(source, "location_key", keys.filter(isKey), LOCATIONS)).map((one) => [
        one.key,
        one,
      ]),
    ),
});
