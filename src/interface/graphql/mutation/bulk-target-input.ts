import { IsInt, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { INPUT_LIMITS } from "../schema/input-limits.js";

interface BulkTarget {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** The base of the items of a bulk change, with the id of the thing. @param description of the id */
export const bulkTargetInput = (description: string): abstract new () => BulkTarget => {
  @InputType()
  abstract class BulkTargetInput implements BulkTarget {
    @Field(() => ID, { description })
    @MaxLength(INPUT_LIMITS.id)
    readonly id!: string;

    @Field(() => Int, {
      nullable: true,
      description:
        "The `version` that you have seen. If the current version differs, the item is refused.",
    })
    @IsInt()
    @Min(1)
    readonly expectedVersion?: number | null;
  }
  return BulkTargetInput;
};
