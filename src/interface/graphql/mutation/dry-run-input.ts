import { Field, InputType } from "type-graphql";

/** The base of the inputs of all mutations. */
@InputType()
export abstract class DryRunInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "When true, validates the change and returns what would happen, without changing anything.",
  })
  readonly dryRun?: boolean | null;
}
