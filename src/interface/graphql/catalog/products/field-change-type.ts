import { GraphQLJSON } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { JsonValue } from "../../../../domain/catalog/products/field-change.js";

@ObjectType("FieldChange", {
  simpleResolvers: true,
  description: "A changed field.",
})
export class FieldChangeType {
  @Field(() => String, {
    description:
      "Path of the field: `title`, `seo.description`, `metafields.care.washing`, `variants.variant_01kadq0h8efr4tmr9bk39h1y0c.sku`. For `variants.optionValues`, every variant with the values in `before` now has those in `after`; an empty `before` means every variant.",
  })
  readonly path!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The previous value. Null when there was none.",
  })
  readonly before!: JsonValue;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The new value. Null when it was removed.",
  })
  readonly after!: JsonValue;
}
