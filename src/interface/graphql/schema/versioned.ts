import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";

interface Version {
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Adds the fields of what has versions to the fields of a class. */
export const versioned = <Fields extends object>(
  Base: abstract new () => Fields,
): (abstract new () => Fields & Version) => {
  @ObjectType({ simpleResolvers: true })
  abstract class Versioned extends (Base as abstract new () => object) implements Version {
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
  return Versioned as unknown as abstract new () => Fields & Version;
};
