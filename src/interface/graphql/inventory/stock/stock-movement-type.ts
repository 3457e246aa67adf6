import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { LocationView } from "../../../../application/inventory/ports/location-reads.js";
import { MOVEMENT_KINDS, type MovementKind } from "../../../../domain/inventory/stock-movement.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { connectionOf } from "../../paging/connection-of.js";
import { enumOf } from "../../schema/enum-of.js";
import { LocationType } from "../locations/location-type.js";

export const StockMovementKinds = enumOf(MOVEMENT_KINDS);
registerEnumType(StockMovementKinds, {
  name: "StockMovementKind",
  description: "Why the figures of a stock item changed.",
  valuesConfig: {
    OPENING: { description: "The stock at the time when the ledger began." },
    COUNTED: { description: "Units were counted, or entered with a variant." },
    IMPORTED: { description: "Units came from a file." },
    ADJUSTED: { description: "Units broke, were found, or were corrected otherwise." },
    TRANSFERRED: { description: "Units were moved between locations." },
    RESERVED: { description: "Units were held for a buyer." },
    RELEASED: { description: "A hold ended without a sale." },
    CLAIMED: { description: "Held units were paid for." },
    FULFILLED: { description: "Units were sent." },
    DISCARDED: { description: "Stock is no longer counted, or the variant was deleted." },
  },
});

@ObjectType("StockMovement", {
  simpleResolvers: true,
  description:
    "An entry of the stock ledger. On hand, reserved and claimed of a stock item are the sums of its movements.",
})
export class StockMovementType {
  @Field(() => String, { description: "Its number. Later entries have higher ones." })
  readonly number!: string;

  @Field(() => StockMovementKinds, { description: "Why the figures changed." })
  readonly kind!: MovementKind;

  @Field(() => ID, { description: "The id of the variant, also after it was deleted." })
  readonly variantId!: string;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null after it was deleted.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => LocationType, { nullable: true, description: "The location." })
  readonly location!: LocationView | null;

  @Field(() => Int, { description: "By how much the units on hand changed." })
  readonly onHandBy!: number;

  @Field(() => Int, { description: "By how much the reserved units changed." })
  readonly reservedBy!: number;

  @Field(() => Int, { description: "By how much the claimed units changed." })
  readonly claimedBy!: number;

  @Field(() => String, { nullable: true, description: "What staff gave as the reason." })
  readonly reason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The id of what caused it, such as an order or a transfer; of a cart only its beginning. Null: the change itself.",
  })
  readonly cause!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  readonly movedAt!: Date;
}

export const { Connection: StockMovementConnection } = connectionOf(
  "StockMovement",
  "stock movements",
  () => StockMovementType,
);
