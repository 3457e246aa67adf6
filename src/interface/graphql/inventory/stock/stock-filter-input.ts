import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** What stock items and their movements are both filtered by. */
@InputType()
export abstract class StockFilterInput {
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
}
