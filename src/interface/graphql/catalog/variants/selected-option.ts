import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "The value of a variant for one option.",
})
export class SelectedOption {
  @Field(() => ID, {
    description:
      "An id for caches: that of the value in `options { optionValues }`, which stays when it is renamed. `node(id:)` does not know it.",
  })
  readonly id!: string;

  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => String, { description: "The value, such as `M`." })
  readonly value!: string;
}
