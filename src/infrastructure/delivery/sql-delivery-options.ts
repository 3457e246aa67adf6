import type { DeliveryOptions } from "../../application/delivery/ports/delivery-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { DeliveryOption } from "../../domain/delivery/delivery-option.js";
import { DeliveryOptionKeyTaken, DeliveryOptionNotFound } from "../../domain/delivery/errors.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { DELIVERY_OPTION_TABLE } from "./delivery-option-table.js";

export const sqlDeliveryOptions = (session: SqlSession, clock: Clock): DeliveryOptions =>
  versionedStore(session, clock, {
    table: DELIVERY_OPTION_TABLE,
    order: "position, id",
    restore: (snapshot) => DeliveryOption.restore(snapshot),
    notFound: (id) => new DeliveryOptionNotFound(id),
    keyTaken: ({ key }) => new DeliveryOptionKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session),
  });
