import type { OrderId } from "../../domain/orders/ids.js";
import type { PaymentId, PaymentMethodId, RefundId } from "../../domain/payments/ids.js";
import { coveredBy } from "../../domain/payments/amount-due.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { OrderReads } from "../orders/ports/order-reads.js";
import { offeredFor, type MethodOffer } from "./attempts/choose-method.js";
import type { PaymentGateways } from "./ports/payment-gateways.js";
import type { OfferedMethods } from "./ports/payment-stores.js";
import type { PaymentFilter, PaymentReads } from "./ports/payment-reads.js";
import { mayReadPayments } from "./ports/permissions.js";

interface Needs {
  readonly paymentReads: PaymentReads;
}

interface PaymentList {
  readonly filter: PaymentFilter;
  readonly page: PageRequest;
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
  list: reading(({ filter, page }: PaymentList, reads) => reads.list(filter, page)),
  count: reading((filter: PaymentFilter, reads) => reads.count(filter)),
  ofRefunds: reading((ids: readonly RefundId[], reads) => reads.ofRefunds(ids)),
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

/** What buyers are shown: the payments of their orders, and the methods that are offered. */
export const readOwnPayments = {
  /** The methods for what is still due of an order, without those that are disabled. */
  methodsOf: useCase(
    anybody,
    ({ orderReads, paymentReads, offeredMethods, gateways }: OfferNeeds) =>
      async ({ orderId }: { readonly orderId: OrderId }): Promise<readonly MethodOffer[]> => {
        const content = (await orderReads.contentsOf([orderId])).get(orderId);
        if (!content) return [];
        const payments = (await paymentReads.ofOrders([orderId])).get(orderId) ?? [];
        const { minorUnits, currency } = content.quote.totals.total;
        const total = Math.max(minorUnits - coveredBy(payments), 0);
        const payable = { market: content.market.id, currency, total };
        const offers = offeredFor(await offeredMethods.at(null), payable, gateways);
        return offers.filter(({ method }) => method.isEnabled);
      },
  ),

  ofOrders: useCase(
    anybody,
    ({ paymentReads }: Needs) =>
      (ids: readonly OrderId[]) =>
        paymentReads.ofOrders(ids),
  ),
  methodsById: useCase(
    anybody,
    ({ paymentReads }: Needs) =>
      async (ids: readonly PaymentMethodId[]) => {
        const found = await paymentReads.methodsById(ids);
        return new Map([...found].filter(([, { isEnabled }]) => isEnabled));
      },
  ),
};
