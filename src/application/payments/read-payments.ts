import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId } from "../../domain/payments/ids.js";
import { heldOf } from "../../domain/payments/payment-snapshot.js";
import { promisedBack } from "../../domain/payments/refund.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { OrderReads } from "../orders/ports/order-reads.js";
import { offeredFor, type MethodOffer } from "./attempts/choose-method.js";
import type { PaymentGateways } from "./ports/payment-gateways.js";
import type { OfferedMethods } from "./ports/payment-stores.js";
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

interface OfferNeeds extends Needs {
  readonly orderReads: OrderReads;
  readonly offeredMethods: OfferedMethods;
  readonly gateways: PaymentGateways;
}

/** The payments of orders that their buyer is shown. */
export const readOwnPayments = {
  /** The methods for what is still due of an order, each with why it cannot be paid with it. */
  methodsOf: useCase(
    anybody,
    ({ orderReads, paymentReads, offeredMethods, gateways }: OfferNeeds) =>
      async ({ orderId }: { readonly orderId: OrderId }): Promise<readonly MethodOffer[]> => {
        const content = (await orderReads.contentsOf([orderId])).get(orderId);
        if (!content) return [];
        const payments = (await paymentReads.ofOrders([orderId])).get(orderId) ?? [];
        const { minorUnits, currency } = content.quote.totals.total;
        const covered = payments.reduce(
          (sum, one) => sum + one.captured - promisedBack(one.refunds) + heldOf(one),
          0,
        );
        const total = Math.max(minorUnits - covered, 0);
        const payable = { market: content.market.id, currency, total };
        return offeredFor(await offeredMethods.at(null), payable, gateways);
      },
  ),

  ofOrders: useCase(
    anybody,
    ({ paymentReads }: Needs) =>
      (ids: readonly OrderId[]) =>
        paymentReads.ofOrders(ids),
  ),
};
