import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { VersionedInput } from "./versioned-input.js";

interface Target extends VersionedInput {
  readonly id: string;
}

/** The base of the inputs of mutations of one thing, with its id. @param description of the id */
export const targetInput = (description: string): abstract new () => Target => {
  @InputType()
  abstract class TargetInput extends VersionedInput implements Target {
    @Field(() => ID, { description })
    @MaxLength(INPUT_LIMITS.id)
    readonly id!: string;
  }
  return TargetInput;
};
