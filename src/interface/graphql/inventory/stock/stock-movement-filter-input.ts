import { ArrayMaxSize } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { MovementKind } from "../../../../domain/inventory/stock-movement.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { StockFilterInput } from "./stock-filter-input.js";
import { StockMovementKinds } from "./stock-movement-type.js";

@InputType({ description: `Filters stock movements. ${ALL_CONDITIONS}` })
export class StockMovementFilterInput extends StockFilterInput {
  @Field(() => [StockMovementKinds], {
    nullable: true,
    description: "Only those of one of these kinds (OR).",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly kinds?: readonly MovementKind[] | null;
}
