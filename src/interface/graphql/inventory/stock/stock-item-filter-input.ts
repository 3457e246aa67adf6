import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { StockFilterInput } from "./stock-filter-input.js";

@InputType({ description: `Filters stock items. ${ALL_CONDITIONS}` })
export class StockItemFilterInput extends StockFilterInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Only those of variants of one of these products (OR). At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly productIds?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those with as few available units as their `lowStockAt`, or fewer. False: only the others.",
  })
  readonly low?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those that have promised more units than are on hand. False: only the others.",
  })
  readonly short?: boolean | null;
}
