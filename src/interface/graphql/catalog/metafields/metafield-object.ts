import { Field, ObjectType } from "type-graphql";
import type { MetafieldType } from "../../../../domain/catalog/metafields/metafield.js";
import { MetafieldTypes } from "./metafield-types.js";

@ObjectType("Metafield", {
  simpleResolvers: true,
  description: "A custom field with its value.",
})
export class MetafieldObject {
  @Field(() => String, { description: "The namespace, such as `care`." })
  readonly namespace!: string;

  @Field(() => String, {
    description: "The key within the namespace, such as `washing`.",
  })
  readonly key!: string;

  @Field(() => MetafieldTypes, { description: "The type of the value." })
  readonly type!: MetafieldType;

  @Field(() => String, { description: "The value as text, in the format of its type." })
  readonly value!: string;
}
