import { Field, ObjectType } from "type-graphql";

@ObjectType("Attribute", {
  simpleResolvers: true,
  description: "A fact that a storefront attached, such as an engraving.",
})
export class AttributeType {
  @Field(() => String, { description: "The key." })
  readonly key!: string;

  @Field(() => String, { description: "The value." })
  readonly value!: string;
}

export const presentAttributes = (
  attributes: Readonly<Record<string, string>>,
): readonly AttributeType[] => Object.entries(attributes).map(([key, value]) => ({ key, value }));
