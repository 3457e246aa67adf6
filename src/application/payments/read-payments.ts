import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId } from "../../domain/payments/ids.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { PaymentReads } from "./ports/payment-reads.js";
import { mayReadPayments } from "./ports/permissions.js";

interface Needs {
  readonly paymentReads: PaymentReads;
}

const reading = <Command, Result>(
  read: (command: Command, reads: PaymentReads) => Promise<Result>,
) =>
  useCase(
    mayReadPayments,
    ({ paymentReads }: Needs) =>
      (command: Command) =>
        read(command, paymentReads),
  );

/** The payments and the payment methods, for staff. */
export const readPayments = {
  ofOrders: reading((ids: readonly OrderId[], reads) => reads.ofOrders(ids)),
  byId: reading((ids: readonly PaymentId[], reads) => reads.byId(ids)),
  flagged: reading((page: PageRequest, reads) => reads.flagged(page)),
  countFlagged: reading((_: undefined, reads) => reads.countFlagged()),
  transactionsOf: reading((ids: readonly PaymentId[], reads) => reads.transactionsOf(ids)),
  methods: reading((page: PageRequest, reads) => reads.methods(page)),
  countMethods: reading((_: undefined, reads) => reads.countMethods()),
  methodsById: reading((ids: readonly PaymentMethodId[], reads) => reads.methodsById(ids)),
  methodsByKey: reading((keys: readonly string[], reads) => reads.methodsByKey(keys)),
};

/** The payments of orders that their buyer is shown. */
export const readOwnPayments = {
  ofOrders: useCase(
    anybody,
    ({ paymentReads }: Needs) =>
      (ids: readonly OrderId[]) =>
        paymentReads.ofOrders(ids),
  ),
};
