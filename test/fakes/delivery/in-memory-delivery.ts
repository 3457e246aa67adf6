import type { DeliveryReads } from "../../../src/application/delivery/ports/delivery-reads.js";
import type { DeliveryStores } from "../../../src/application/delivery/ports/delivery-stores.js";
import {
  DeliveryOption,
  type DeliveryOptionSnapshot,
} from "../../../src/domain/delivery/delivery-option.js";
import {
  DeliveryZone,
  type DeliveryZoneSnapshot,
} from "../../../src/domain/delivery/delivery-zone.js";
import {
  DeliveryOptionKeyTaken,
  DeliveryOptionNotFound,
  DeliveryZoneKeyTaken,
  DeliveryZoneNotFound,
} from "../../../src/domain/delivery/errors.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { type Order, pageOf } from "../page-of.js";
import { byKey } from "../pricing/in-memory-price-lists.js";

const [ZONE, OPTION] = ["delivery_zone", "delivery_option"];

interface Stored {
  readonly id: string;
  readonly key: string;
}
interface Saved<Snapshot> {
  pullEvents(): readonly { readonly type: string; readonly version: number }[];
  snapshot(): Snapshot;
}

const byPosition = (a: DeliveryOptionSnapshot, b: DeliveryOptionSnapshot): number =>
  a.position - b.position || (a.id < b.id ? -1 : 1);

const BY_KEY: Order<DeliveryZoneSnapshot> = {
  name: "delivery zones",
  key: ({ key }) => key,
  id: ({ id }) => id,
  reverse: false,
};
const BY_POSITION: Order<DeliveryOptionSnapshot> = {
  name: "delivery options",
  key: ({ position }) => position,
  id: ({ id }) => id,
  reverse: false,
};

const allOf = <Snapshot>(database: InMemoryDatabase, table: string): Snapshot[] =>
  structuredClone([...database.rows<Snapshot>(table).values()]);

const saving =
  <Snapshot extends Stored>(
    database: InMemoryDatabase,
    table: string,
    taken: (key: string) => Error,
  ) =>
  async (aggregate: Saved<Snapshot>): Promise<void> => {
    const [events, snapshot] = [aggregate.pullEvents(), aggregate.snapshot()];
    if (!events[0]) return;
    database.checkVersion(table, snapshot.id, events[0].version - 1);
    const others = allOf<Snapshot>(database, table).filter(({ id }) => id !== snapshot.id);
    if (others.some(({ key }) => key === snapshot.key)) throw taken(snapshot.key);
    database.rows(table).set(snapshot.id, structuredClone(snapshot));
    database.append(events, snapshot.id);
  };

export const inMemoryDeliveryStores = (database: InMemoryDatabase): DeliveryStores => ({
  offeredDeliveries: { at: () => inMemoryDeliveryReads(database).offered() },
  deliveryZones: {
    all: async () => allOf<DeliveryZoneSnapshot>(database, ZONE).toSorted(byKey),
    get: async (id) => {
      const row = database.rows<DeliveryZoneSnapshot>(ZONE).get(id);
      if (!row) throw new DeliveryZoneNotFound(id);
      return DeliveryZone.restore(structuredClone(row));
    },
    save: saving(database, ZONE, (key) => new DeliveryZoneKeyTaken(key)),
    remove: async (zone) => database.removeAggregate(ZONE, zone.id, zone),
  },
  deliveryOptions: {
    all: async () => allOf<DeliveryOptionSnapshot>(database, OPTION).toSorted(byPosition),
    get: async (id) => {
      const row = database.rows<DeliveryOptionSnapshot>(OPTION).get(id);
      if (!row) throw new DeliveryOptionNotFound(id);
      return DeliveryOption.restore(structuredClone(row));
    },
    save: saving(database, OPTION, (key) => new DeliveryOptionKeyTaken(key)),
    remove: async (option) => database.removeAggregate(OPTION, option.id, option),
  },
});

export const inMemoryDeliveryReads = (database: InMemoryDatabase): DeliveryReads => {
  const zones = () => allOf<DeliveryZoneSnapshot>(database, ZONE).toSorted(byKey);
  const options = () => allOf<DeliveryOptionSnapshot>(database, OPTION).toSorted(byPosition);
  const found = <Row, Key>(rows: readonly Row[], keys: readonly Key[], keyOf: (row: Row) => Key) =>
    new Map(
      rows.filter((row) => keys.includes(keyOf(row))).map((row) => [keyOf(row), row] as const),
    );
  return {
    zones: async (page) => pageOf(zones(), BY_KEY, page, (one) => one),
    countZones: async () => zones().length,
    zonesById: async (ids) => found(zones(), ids, ({ id }) => id),
    zonesByKey: async (keys) => found(zones(), keys, ({ key }) => key),
    options: async (page) => pageOf(options(), BY_POSITION, page, (one) => one),
    countOptions: async () => options().length,
    optionsById: async (ids) => found(options(), ids, ({ id }) => id),
    optionsByKey: async (keys) => found(options(), keys, ({ key }) => key),
    offered: async () => ({
      zones: zones(),
      options: options().filter(({ isActive }) => isActive),
    }),
  };
};
