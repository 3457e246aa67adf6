import type {
  OfferedMethods,
  PaymentMethods,
} from "../../application/payments/ports/payment-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import { PaymentMethodKeyTaken, PaymentMethodNotFound } from "../../domain/payments/errors.js";
import { PaymentMethod, type PaymentMethodSnapshot } from "../../domain/payments/payment-method.js";
import { remembered } from "../shared/database/remembered.js";
import type { RowSource, SqlSession } from "../shared/database/sql-session.js";
import { renewTermsRevision } from "../shared/database/terms-revisions.js";
import { versionedStore } from "../shared/storage/versioned-store.js";
import { PAYMENT_METHOD_TABLE } from "./payment-method-table.js";

export const sqlPaymentMethods = (session: SqlSession, clock: Clock): PaymentMethods =>
  versionedStore(session, clock, {
    table: PAYMENT_METHOD_TABLE,
    order: "position, id",
    restore: (snapshot) => PaymentMethod.restore(snapshot),
    notFound: (id) => new PaymentMethodNotFound(id),
    keyTaken: ({ key }) => new PaymentMethodKeyTaken(key),
    alsoWrite: () => renewTermsRevision(session),
  });

const readMethods = async (source: RowSource): Promise<readonly PaymentMethodSnapshot[]> => {
  const { name, selection, toRecord } = PAYMENT_METHOD_TABLE;
  return (await source.query(`SELECT ${selection} FROM ${name} ORDER BY position, id`)).map(
    toRecord,
  );
};

const methodsAt = remembered(readMethods);

export const sqlOfferedMethods = (source: RowSource): OfferedMethods => ({
  at: (revision) => methodsAt(source, revision),
});
