import { Field, Int, ObjectType } from "type-graphql";
import type { DeliveryZoneView } from "../../../../application/delivery/ports/delivery-reads.js";
import { connectionOf } from "../../paging/connection-of.js";
import { AdminMarket } from "../../pricing/markets/admin-market.js";
import type { MarketSource } from "../../pricing/markets/present-market.js";
import { Cost } from "../../schema/cost.js";
import { versioned } from "../../schema/versioned.js";
import { DeliveryZoneType } from "../zones/delivery-zone-type.js";
import { DeliveryOptionFields } from "./delivery-option-fields.js";
import { CarrierServiceType } from "./carrier-service-type.js";
import { DeliveryOptionTranslation } from "./delivery-option-translation.js";
import { DeliveryRateType } from "./delivery-rate-type.js";
import { DeliveryWindow } from "./delivery-window.js";

@ObjectType("DeliveryOption", {
  simpleResolvers: true,
  description: "A way of delivery that buyers may choose where it is eligible.",
})
export class AdminDeliveryOption extends versioned(DeliveryOptionFields) {
  @Field(() => String, { description: "The name in the language of the catalogue." })
  readonly name!: string;

  @Field(() => String, {
    description: "The description in the language of the catalogue, as plain text. Empty: none.",
  })
  readonly description!: string;

  @Cost({ items: 3 })
  @Field(() => [DeliveryOptionTranslation], {
    description: "Its texts in other languages, at most 50.",
  })
  readonly translations!: readonly DeliveryOptionTranslation[];

  @Cost({ items: 2 })
  @Field(() => [DeliveryRateType], {
    description: "What it costs, one entry for each currency. It is offered in no other currency.",
  })
  readonly rates!: readonly DeliveryRateType[];

  @Cost({ items: 5 })
  @Field(() => [DeliveryZoneType], {
    description: "The zones that it delivers to. Empty: everywhere.",
  })
  readonly zones!: readonly DeliveryZoneView[];

  @Cost({ items: 5 })
  @Field(() => [AdminMarket], {
    description:
      "The markets that it is offered in, without deleted ones. Empty while `isInAllMarkets` is true.",
  })
  readonly markets!: readonly MarketSource[];

  @Field(() => Boolean, { description: "Whether it is offered in all markets." })
  readonly isInAllMarkets!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The most that it delivers, in grams. Null: any weight.",
  })
  readonly maxWeight!: number | null;

  @Cost({ items: 1 })
  @Field(() => [DeliveryWindow], {
    description: "The periods in which it is offered, at most 20. Empty: always.",
  })
  readonly windows!: readonly DeliveryWindow[];

  @Field(() => CarrierServiceType, {
    nullable: true,
    description: "The carrier that names the price. Null for other kinds.",
  })
  readonly carrier!: CarrierServiceType | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of its tax category. Null: never taxed.",
  })
  readonly taxCategory!: string | null;

  @Field(() => Int, {
    description: "Its place in the list: smaller numbers come first, equal ones by creation.",
  })
  readonly position!: number;

  @Field(() => Boolean, { description: "Whether it is offered at all." })
  readonly isActive!: boolean;
}

export const { Connection: DeliveryOptionConnection } = connectionOf(
  "DeliveryOption",
  "delivery options",
  () => AdminDeliveryOption,
);
