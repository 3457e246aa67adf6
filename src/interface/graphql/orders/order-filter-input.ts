import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import type { OrderFilter } from "../../../application/orders/ports/order-reads.js";
import type {
  FulfilmentStatus,
  OrderState,
  PaymentStatus,
} from "../../../domain/orders/order-states.js";
import { wordsOf } from "../../../domain/orders/search-terms.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { storableTime } from "../../../domain/shared/storable-time.js";
import { CurrencyCode } from "../schema/currency-code.js";
import { Decimal } from "../schema/decimal.js";
import { idOf } from "../schema/id-of.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { FulfilmentStatuses, OrderStates, PaymentStatuses } from "./order-states.js";

const MOST_VALUES = 100;
const MOST_WORDS = 8;

@InputType({
  description: "Totals of orders in one currency. Both bounds are included and must hold (AND).",
})
class OrderTotalFilterInput {
  @Field(() => CurrencyCode, { description: "The currency." })
  readonly currency!: string;

  @Field(() => Decimal, { nullable: true, description: "The lowest total. Default: any." })
  readonly from?: string | null;

  @Field(() => Decimal, { nullable: true, description: "The highest total. Default: any." })
  readonly upTo?: string | null;
}

@InputType("OrderFilter", {
  description:
    "Filters orders. All conditions must hold (AND); of the values of a list one (OR). An empty list means the same as leaving it out.",
})
export class OrderFilterInput {
  @Field(() => [OrderStates], {
    nullable: true,
    description: "Orders in one of these states (OR).",
  })
  @ArrayMaxSize(MOST_VALUES)
  readonly states?: readonly OrderState[] | null;

  @Field(() => [PaymentStatuses], {
    nullable: true,
    description: "Orders with one of these payment statuses (OR).",
  })
  @ArrayMaxSize(MOST_VALUES)
  readonly paymentStatuses?: readonly PaymentStatus[] | null;

  @Field(() => [FulfilmentStatuses], {
    nullable: true,
    description: "Orders with one of these fulfilment statuses (OR).",
  })
  @ArrayMaxSize(MOST_VALUES)
  readonly fulfilmentStatuses?: readonly FulfilmentStatus[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Orders of one of these markets (OR), also of deleted ones.",
  })
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly marketIds?: readonly string[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Orders that were placed then or later.",
  })
  readonly orderedFrom?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Orders that were placed before then.",
  })
  readonly orderedUntil?: Date | null;

  @Field(() => OrderTotalFilterInput, { nullable: true, description: "Orders by their total." })
  @ValidateNested()
  readonly total?: OrderTotalFilterInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Words, at most eight: each is the beginning of the number, the e-mail address, a part of a name or an SKU. Case and accents do not matter. A new order is found within seconds.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly text?: string | null;
}

/** @throws InvalidId, InvalidAmount */
export const orderFilterOf = (input: OrderFilterInput): OrderFilter => {
  const { states, paymentStatuses, fulfilmentStatuses, marketIds } = input;
  const { orderedFrom, orderedUntil, total, text } = input;
  const words = wordsOf(text ?? "").slice(0, MOST_WORDS);
  return {
    ...(states?.length && { states }),
    ...(paymentStatuses?.length && { paymentStatuses }),
    ...(fulfilmentStatuses?.length && { fulfilmentStatuses }),
    ...(marketIds?.length && { markets: marketIds.map((raw) => idOf("market", raw)) }),
    ...(orderedFrom && { orderedFrom: storableTime(orderedFrom) }),
    ...(orderedUntil && { orderedUntil: storableTime(orderedUntil) }),
    ...(total && totalsOf(total)),
    ...(words.length > 0 && { words }),
  };
};

const totalsOf = ({ currency, from, upTo }: OrderTotalFilterInput): OrderFilter => {
  const units = (decimal: string, name: string): number =>
    withPath(
      () => ["filter", "total", name],
      () => Money.parse(decimal, currency).minorUnits,
    );
  return {
    currency,
    ...(from != null && { totalFrom: units(from, "from") }),
    ...(upTo != null && { totalUpTo: units(upTo, "upTo") }),
  };
};
