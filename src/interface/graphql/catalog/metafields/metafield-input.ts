import { Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MetafieldNameInput } from "./metafield-name-input.js";

const MAX_VALUE_LENGTH = 65_535;

@InputType({ description: "A custom field with its value." })
export class MetafieldInput extends MetafieldNameInput {
  @Field(() => String, {
    description: "The value as text in the format of the defined type, at most 65,535 characters.",
  })
  @Length(1, MAX_VALUE_LENGTH)
  readonly value!: string;
}
