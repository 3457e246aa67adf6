import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";

@InputType({ description: `Filters stock items. ${ALL_CONDITIONS}` })
export class StockItemFilterInput {
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
