import { Field, ID, ObjectType } from "type-graphql";
import { Cost } from "../../schema/cost.js";
import { type SwatchSource, SwatchType } from "./swatch-type.js";

@ObjectType("ProductOptionValue", {
  simpleResolvers: true,
  description: "A value of an option, such as a colour.",
})
class ProductOptionValueType {
  @Field(() => ID, {
    description:
      "An id for caches, the same in every language and after the value is renamed. `node(id:)` does not know it.",
  })
  readonly id!: string;

  @Field(() => String, { description: "The value in the language of the request, such as `M`." })
  readonly name!: string;

  @Field(() => SwatchType, {
    nullable: true,
    description: "What the value looks like. Null when it has no swatch.",
  })
  readonly swatch!: SwatchSource | null;
}

@ObjectType("ProductOption", {
  simpleResolvers: true,
  description:
    "An option that buyers choose by, such as the size. A product without options has one option `Title` with the value `Default Title`.",
})
export class ProductOptionType {
  @Field(() => ID, {
    description:
      "An id for caches, the same in every language and after the option is renamed. `node(id:)` does not know it.",
  })
  readonly id!: string;

  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => [String], {
    description: "The values, in display order.",
  })
  readonly values!: readonly string[];

  @Cost({ items: 10, each: 0.25 })
  @Field(() => [ProductOptionValueType], {
    description: "The values with their swatches, in display order.",
  })
  readonly optionValues!: readonly ProductOptionValueType[];
}
