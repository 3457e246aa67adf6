import { Field, ObjectType } from "type-graphql";

@ObjectType("Swatch", {
  simpleResolvers: true,
  description: "What an option value looks like, such as a dot of colour in a picker.",
})
export class SwatchType {
  @Field(() => String, {
    description: "The colour as `#rrggbb`, in lower case, such as `#1e90ff`.",
  })
  readonly color!: string;
}
