import type { LocationReads } from "../../../src/application/inventory/ports/location-reads.js";
import type { Locations } from "../../../src/application/inventory/ports/locations.js";
import { LocationKeyTaken, LocationNotFound } from "../../../src/domain/inventory/errors.js";
import {
  DEFAULT_LOCATION,
  Location,
  type LocationSnapshot,
} from "../../../src/domain/inventory/location.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { byKey } from "../pricing/in-memory-price-lists.js";
import { stockRows } from "./stock-rows.js";

/** The one location that every shop has, as the migrations store it. */
const DEFAULT: LocationSnapshot = {
  ...DEFAULT_LOCATION,
  address: null,
  priority: 0,
  marketIds: [],
  countries: [],
  closedAt: null,
  version: 1,
  createdAt: new Date("2026-12-01T00:00:00.000Z"),
  updatedAt: new Date("2026-12-01T00:00:00.000Z"),
};

/** The locations that were changed; the default location also when it never was. */
export const locationRows = (database: InMemoryDatabase): ReadonlyMap<string, LocationSnapshot> =>
  new Map([[DEFAULT.id as string, DEFAULT], ...database.rows<LocationSnapshot>("location")]);

const sorted = (database: InMemoryDatabase): readonly LocationSnapshot[] =>
  structuredClone([...locationRows(database).values()].toSorted(byKey));

export const inMemoryLocations = (database: InMemoryDatabase): Locations => ({
  has: async (id) => locationRows(database).has(id),
  all: async () => sorted(database),
  get: async (id) => {
    const row = locationRows(database).get(id);
    if (!row) throw new LocationNotFound(id, ["id"]);
    return Location.restore(structuredClone(row));
  },
  share: async (ids) =>
    sorted(database)
      .filter(({ id }) => ids.includes(id))
      .map((row) => Location.restore(row)),
  heldVariants: async (id) =>
    [...stockRows(database).values()].filter(
      ({ locationId, onHand, reserved, claimed }) =>
        locationId === id && (onHand !== 0 || reserved !== 0 || claimed !== 0),
    ).length,
  save: async (location) => {
    const [events, snapshot] = [location.pullEvents(), location.snapshot()];
    if (events.length === 0) return;
    const others = sorted(database).filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key)) throw new LocationKeyTaken(snapshot.key);
    database.rows<LocationSnapshot>("location").set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  },
});

const BY_KEY: Order<LocationSnapshot> = {
  name: "locations",
  key: ({ key }) => key,
  id: ({ id }) => id,
  reverse: false,
};

export const inMemoryLocationReads = (database: InMemoryDatabase): LocationReads => ({
  locations: async (page) => pageOf(sorted(database), BY_KEY, page, (one) => one),
  countLocations: async () => sorted(database).length,
  locationsById: async (ids) =>
    new Map(
      sorted(database)
        .filter(({ id }) => ids.includes(id))
        .map((one) => [one.id, one]),
    ),
  locationsByKey: async (keys) =>
    new Map(
      sorted(database)
        .filter(({ key }) => keys.includes(key))
        .map((one) => [one.key, one]),
    ),
});
