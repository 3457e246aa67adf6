import { MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { OneOf } from "../../schema/one-of.js";
import { MetafieldNameInput } from "./metafield-name-input.js";

@OneOf()
@InputType({ description: "Selects a custom field definition. Set exactly one field." })
export class MetafieldDefinitionBy {
  @Field(() => ID, { nullable: true, description: "The id of the definition." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id?: string;

  @Field(() => MetafieldNameInput, { nullable: true, description: "The namespace and key." })
  @ValidateNested()
  readonly name?: MetafieldNameInput;
}
