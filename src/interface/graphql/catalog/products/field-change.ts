import { GraphQLJSON } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { Told } from "../../../../domain/catalog/product-changes.js";

@ObjectType("FieldChange", {
  simpleResolvers: true,
  description: "One thing that is different now.",
})
export class FieldChangeType {
  @Field(() => String, {
    description:
      "Where: `title`, `seo.description`, `metafields.care.washing`, `variants.variant_01kadq0h8efr4tmr9bk39h1y0c.sku`. With `variants.optionValues` every variant that had the values in `before` has those in `after` instead; an empty `before` is every variant.",
  })
  readonly path!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The value before. Null for what was not there.",
  })
  readonly before!: Told;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The value now. Null for what is gone.",
  })
  readonly after!: Told;
}
