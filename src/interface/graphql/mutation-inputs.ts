import { IsInt, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";

/** What every mutation can be asked first. */
@InputType()
export abstract class TrialInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "Finds out what would happen, and changes nothing.",
  })
  readonly dryRun?: boolean | null;
}

/** What every mutation of one thing says beside its id. */
@InputType()
export abstract class VersionedInput extends TrialInput {
  @Field(() => Int, {
    nullable: true,
    description:
      "The version that you have seen: when another one is there by now, nothing is changed. Left out: the change is made to whatever is there.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;
}
