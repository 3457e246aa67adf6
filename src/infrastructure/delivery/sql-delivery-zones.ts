import type { DeliveryZones } from "../../application/delivery/ports/delivery-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { DeliveryZone } from "../../domain/delivery/delivery-zone.js";
import { DeliveryZoneKeyTaken, DeliveryZoneNotFound } from "../../domain/delivery/errors.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { DELIVERY_ZONE_TABLE } from "./delivery-zone-table.js";

export const sqlDeliveryZones = (session: SqlSession, clock: Clock): DeliveryZones =>
  versionedStore(session, clock, {
    table: DELIVERY_ZONE_TABLE,
    restore: (snapshot) => DeliveryZone.restore(snapshot),
    notFound: (id) => new DeliveryZoneNotFound(id),
    keyTaken: ({ key }) => new DeliveryZoneKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session),
  });
