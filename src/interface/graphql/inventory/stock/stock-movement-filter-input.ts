import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { MovementKind } from "../../../../domain/inventory/stock-movement.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { StockMovementKinds } from "./stock-movement-type.js";

@InputType({ description: `Filters stock movements. ${ALL_CONDITIONS}` })
export class StockMovementFilterInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Only those at one of these locations (OR). At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly locationIds?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Only those of one of these variants (OR). At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly variantIds?: readonly string[] | null;

  @Field(() => [StockMovementKinds], {
    nullable: true,
    description: "Only those of one of these kinds (OR).",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly kinds?: readonly MovementKind[] | null;
}
