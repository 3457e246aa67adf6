import type { OrderId } from "../../domain/orders/ids.js";
import type { Clock } from "../shared/clock.js";
import { useCase } from "../shared/use-case.js";
import type { OrderFilter, OrderList, OrderReads } from "./ports/order-reads.js";
import { mayReadOrders } from "./ports/permissions.js";

interface Needs {
  readonly orderReads: OrderReads;
  readonly clock: Clock;
}

const reading = <Command, Result>(
  read: (command: Command, reads: OrderReads, now: Date) => Promise<Result>,
) =>
  useCase(
    mayReadOrders,
    ({ orderReads, clock }: Needs) =>
      (command: Command) =>
        read(command, orderReads, clock.now()),
  );

/** The orders, for staff. */
export const readOrders = {
  list: reading((list: OrderList, reads, now) => reads.list(list, now)),
  count: reading((filter: OrderFilter, reads, now) => reads.count(filter, now)),
  byId: reading((ids: readonly OrderId[], reads, now) => reads.byId(ids, now)),
  byNumber: reading((numbers: readonly string[], reads, now) => reads.byNumber(numbers, now)),
  contentsOf: reading((ids: readonly OrderId[], reads) => reads.contentsOf(ids)),
  timelinesOf: reading((ids: readonly OrderId[], reads) => reads.timelinesOf(ids)),
};
