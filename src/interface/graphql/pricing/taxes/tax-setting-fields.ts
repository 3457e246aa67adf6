import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../../schema/node.js";

/** The fields that all tax settings have. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class TaxSettingFields extends Node {
  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse a change to anything newer.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}
