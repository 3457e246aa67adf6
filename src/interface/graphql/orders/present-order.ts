import type { OrderView } from "../../../application/orders/ports/order-reads.js";
import type { OrderActor } from "../../../domain/orders/order-actor.js";
import type { ChosenDelivery, OrderContent } from "../../../domain/orders/order-content.js";
import { allowedActions } from "../../../domain/orders/order-states.js";
import { presentAttributes } from "../attributes/attribute-type.js";
import { type MoneySource, presentMoney } from "../money/money-presenter.js";
import { presentCharge, presentLine } from "../pricing/quotes/present-quote.js";
import type { OrderLineType } from "./order-line-type.js";
import type { OrderAllowedActionType } from "./order-allowed-action-type.js";
import type {
  OrderDeliveryGroupType,
  OrderDeliveryOptionType,
} from "./order-delivery-group-type.js";
import type { OrderFeeType } from "./order-fee-type.js";
import type { OrderMarketType } from "./order-market-type.js";

/** What an order is answered from. Lists read its content only where it is requested. */
export interface OrderSource extends Omit<OrderView, "total" | "units"> {
  readonly total: MoneySource;
  readonly totalQuantity: number;
  readonly allowedActions: readonly OrderAllowedActionType[];
  readonly content: OrderContent | null;
  readonly link: string | null;
}

/** @param by who is shown the order */
export const presentOrder = (
  {
    total,
    units,
    content,
    link,
    ...view
  }: OrderView & { readonly content?: OrderContent; readonly link?: string | null },
  by: OrderActor,
): OrderSource => ({
  ...view,
  total: presentMoney(total),
  totalQuantity: units,
  allowedActions: allowedActions(view, by).map(({ action, blockedBy }) => ({
    action,
    isAllowed: blockedBy === null,
    blockedBy,
  })),
  content: content ?? null,
  link: link ?? null,
});

export const presentOrderLines = ({ lines, quote }: OrderContent): readonly OrderLineType[] =>
  lines.flatMap((line, index) => {
    const priced = quote.lines[index];
    if (!priced) return [];
    const { id: key, attributes, ...product } = line;
    const content = { ...product, key, attributes: presentAttributes(attributes) };
    return Object.assign(presentLine(priced), content);
  });

export const presentDeliveryGroups = ({
  deliveryGroups,
  quote,
}: OrderContent): readonly OrderDeliveryGroupType[] => {
  const deliveries = [...quote.delivery];
  return deliveryGroups.map(({ id, lines, address, option }) => {
    const delivery = option && deliveries.shift();
    return {
      key: id,
      lineKeys: lines,
      address,
      deliveryOption: option && presentOption(option),
      amounts: delivery ? presentCharge(delivery) : null,
    };
  });
};

const presentOption = ({ id, ...option }: ChosenDelivery): OrderDeliveryOptionType => ({
  ...option,
  deliveryOptionId: id,
});

export const presentOrderMarket = ({
  market: { id, ...market },
}: OrderContent): OrderMarketType => ({ ...market, marketId: id });

export const presentOrderFees = ({ fees, quote }: OrderContent): readonly OrderFeeType[] =>
  quote.fees.map((charge, index) => ({
    key: fees[index]?.key ?? charge.id,
    name: fees[index]?.name ?? charge.id,
    amounts: presentCharge(charge),
  }));
