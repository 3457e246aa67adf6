import { Field, Int, ObjectType } from "type-graphql";

/** What became of one item of a bulk mutation. */
@ObjectType({ simpleResolvers: true })
export abstract class ItemResult {
  @Field(() => Int, { description: "Index of the item in the input, from 0." })
  readonly index!: number;
}
