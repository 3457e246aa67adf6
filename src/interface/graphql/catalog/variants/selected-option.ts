import { Field, ID, ObjectType } from "type-graphql";
import { type SwatchSource, SwatchType } from "../options/swatch-type.js";

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

  @Field(() => SwatchType, {
    nullable: true,
    description: "What the value looks like. Null when it has no swatch.",
  })
  readonly swatch!: SwatchSource | null;
}
