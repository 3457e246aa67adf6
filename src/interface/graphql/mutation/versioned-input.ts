import { IsInt, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { DryRunInput } from "./dry-run-input.js";

/** The base of the inputs of mutations of one thing. */
@InputType()
export abstract class VersionedInput extends DryRunInput {
  @Field(() => Int, {
    nullable: true,
    description:
      "The version that you have seen. If the current version differs, nothing is changed and STALE_VERSION is returned. Omit it to change any version.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;
}
