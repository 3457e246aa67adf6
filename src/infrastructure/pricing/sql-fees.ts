import type { Fees } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { FeeKeyTaken, FeeNotFound } from "../../domain/pricing/fees/errors.js";
import { Fee } from "../../domain/pricing/fees/fee.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { FEE_TABLE, readFees } from "./fee-table.js";

export const sqlFees = (session: SqlSession, clock: Clock): Fees => ({
  ...versionedStore(session, clock, {
    table: FEE_TABLE,
    restore: (snapshot) => Fee.restore(snapshot),
    notFound: (id) => new FeeNotFound(id),
    keyTaken: ({ key }) => new FeeKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session),
  }),
  all: () => readFees(session),
});
