import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MAX_ATTRIBUTE_VALUE } from "../../../domain/checkout/attributes.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";

@InputType("AttributeInput", { description: "A fact to attach, such as an engraving." })
export class AttributeInput {
  @Field(() => String, {
    description: "The key: 1 to 64 letters, digits and the characters `_.:-`. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => String, { description: `The value, at most ${MAX_ATTRIBUTE_VALUE} characters.` })
  @MaxLength(MAX_ATTRIBUTE_VALUE)
  readonly value!: string;
}
