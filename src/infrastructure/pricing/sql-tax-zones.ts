import type { TaxZones } from "../../application/pricing/ports/tax-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { TaxZoneKeyTaken, TaxZoneNotFound } from "../../domain/pricing/tax-settings/errors.js";
import { TaxZoneSetting } from "../../domain/pricing/tax-settings/tax-zone-setting.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { TAX_TABLES } from "./tax-tables.js";

export const sqlTaxZones = (session: SqlSession, clock: Clock): TaxZones =>
  versionedStore(session, clock, {
    table: TAX_TABLES.zone,
    restore: (snapshot) => TaxZoneSetting.restore(snapshot),
    notFound: (id) => new TaxZoneNotFound(id),
    keyTaken: ({ key }) => new TaxZoneKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session, "taxes"),
  });
