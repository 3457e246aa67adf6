import type { OrderFilter } from "../../application/orders/ports/order-reads.js";
import { isOneOf, type Condition } from "../shared/database/condition.js";
import { toSqlTime } from "../shared/database/sql-value.js";

/** The conditions of a filter on `o`, the order, without its words. */
export const orderConditions = (filter: OrderFilter, now: Date): readonly Condition[] => {
  const { states, paymentStatuses, fulfilmentStatuses, markets, currency } = filter;
  const { orderedFrom, orderedUntil, totalFrom, totalUpTo } = filter;
  return [
    ...(states === undefined ? [] : [stateCondition(states, now)]),
    ...(paymentStatuses === undefined ? [] : [isOneOf("o.payment_status", paymentStatuses)]),
    ...(fulfilmentStatuses === undefined
      ? []
      : [isOneOf("o.fulfilment_status", fulfilmentStatuses)]),
    ...(markets === undefined ? [] : [isOneOf("o.market_id", markets)]),
    ...compared("o.placed_at >=", orderedFrom && toSqlTime(orderedFrom)),
    ...compared("o.placed_at <", orderedUntil && toSqlTime(orderedUntil)),
    ...compared("o.currency =", currency),
    ...compared("o.total >=", totalFrom),
    ...compared("o.total <=", totalUpTo),
  ];
};

const compared = (comparison: string, value: string | number | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql: `${comparison} ?`, values: [value] }];

/** An unpaid order whose time is over is expired, whether or not the job has been there. */
const stateCondition = (states: NonNullable<OrderFilter["states"]>, now: Date): Condition => {
  const stored = isOneOf("o.state", states);
  const waits = states.includes("AWAITING_PAYMENT");
  if (waits === states.includes("EXPIRED")) return stored;
  const values = [...stored.values, toSqlTime(now)];
  return waits
    ? {
        sql: `${stored.sql} AND (o.state <> 'AWAITING_PAYMENT' OR o.reservation_ends_at IS NULL OR o.reservation_ends_at > ?)`,
        values,
      }
    : {
        sql: `(${stored.sql} OR (o.state = 'AWAITING_PAYMENT' AND o.reservation_ends_at <= ?))`,
        values,
      };
};
