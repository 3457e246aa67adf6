import { Field, ObjectType } from "type-graphql";
import { TranslationFields } from "./translation-fields.js";

@ObjectType("MetafieldDefinitionTranslation", {
  simpleResolvers: true,
  description:
    "Name and description of a custom field in one language. A field is null when it is not translated.",
})
export class MetafieldDefinitionTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "The name for display in forms." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: "What the field is for." })
  readonly description!: string | null;
}
