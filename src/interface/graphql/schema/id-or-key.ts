import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "./input-limits.js";
import { OneOf } from "./one-of.js";

export interface IdOrKey {
  readonly id?: string;
  readonly key?: string;
}

/** The input that selects one thing by its id or its key. @param what as in "a delivery zone" */
export const idOrKey = (name: string, what: string): abstract new () => IdOrKey => {
  @OneOf()
  @InputType(name, { description: `Selects ${what}. Set exactly one field.` })
  abstract class By implements IdOrKey {
    @Field(() => ID, { nullable: true, description: "The id." })
    @MaxLength(INPUT_LIMITS.id)
    readonly id?: string;

    @Field(() => String, { nullable: true, description: "The key." })
    @MaxLength(INPUT_LIMITS.id)
    readonly key?: string;
  }
  return By;
};
