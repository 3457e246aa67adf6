import { Field, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "The value of a variant for one option.",
})
export class SelectedOption {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => String, { description: "The value, such as `M`." })
  readonly value!: string;
}
