import { Field, Int, ObjectType } from "type-graphql";
import type { LocationView } from "../../../../application/inventory/ports/location-reads.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { connectionOf } from "../../paging/connection-of.js";
import { LocationType } from "../locations/location-type.js";

@ObjectType("StockItem", {
  simpleResolvers: true,
  description:
    "The stock of a variant at a location: `available` = `onHand` − `reserved` − `claimed` − `safety`.",
})
export class StockItemType {
  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null when it was deleted meanwhile.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => LocationType, { nullable: true, description: "The location." })
  readonly location!: LocationView | null;

  @Field(() => Int, { description: "Units that are there, including those promised to buyers." })
  readonly onHand!: number;

  @Field(() => Int, {
    description:
      "Units held for buyers who have not paid yet. Holds whose time has passed do not count.",
  })
  readonly reserved!: number;

  @Field(() => Int, { description: "Units that are paid for and not sent yet." })
  readonly claimed!: number;

  @Field(() => Int, { description: "Units that are kept back from sale." })
  readonly safety!: number;

  @Field(() => Int, {
    description: "Units that can be sold. Below 0 more are promised or kept back than there are.",
  })
  readonly available!: number;

  @Field(() => Int, {
    nullable: true,
    description: "At this number of available units and below, stock is low. Null: never.",
  })
  readonly lowStockAt!: number | null;

  @Field(() => Int, {
    description:
      "Increases with each change of `onHand`, `safety` and `lowStockAt`, not with sales. Send it as `expectedVersion` of a stock mutation.",
  })
  readonly version!: number;
}

export const { Connection: StockItemConnection } = connectionOf(
  "StockItem",
  "stock items",
  () => StockItemType,
);
