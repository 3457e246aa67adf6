import { Field, ObjectType } from "type-graphql";

@ObjectType("ProductOption", {
  simpleResolvers: true,
  description:
    "An option that buyers choose by, such as the size. A product without options has one option `Title` with the value `Default Title`.",
})
export class ProductOptionType {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => [String], {
    description: "The values, in display order.",
  })
  readonly values!: readonly string[];
}
