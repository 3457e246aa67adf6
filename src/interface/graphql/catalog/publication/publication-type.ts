import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType("Publication", {
  simpleResolvers: true,
  description: "The period in which something is published in the shop.",
})
export class PublicationType {
  @Field(() => GraphQLDateTime, { description: "Start, inclusive." })
  readonly from!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "End, exclusive. Null: no end.",
  })
  readonly until!: Date | null;
}
