import { type ClassType, Ctx, ObjectType, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { deletePayload } from "./delete-payload.js";
import { Payload } from "./payload.js";
import type { MutationResult } from "./run-mutation.js";

interface Changed<Result> {
  /** Of the field of both payloads, such as `taxZone`. */
  readonly field: string;
  /** For descriptions, such as `tax zone`. */
  readonly thing: string;
  /** The short form of `thing`, where there is one. */
  readonly short?: string;
  readonly type: () => ClassType;
  readonly load: (context: GraphqlContext, result: Result) => Promise<object | null>;
}

/**
 * The payloads of the mutations that create, change and delete one thing, with the resolvers of
 * their fields.
 */
export const payloadsOf = <Result>({
  field,
  thing,
  short = thing,
  type,
  load,
}: Changed<Result>): {
  readonly ChangePayload: ClassType<Payload>;
  readonly DeletePayload: ClassType<Payload>;
  readonly resolvers: readonly [ClassType, ClassType];
} => {
  const name = field.charAt(0).toUpperCase() + field.slice(1);

  @ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: `Result of a change to a ${thing}.`,
  })
  class ChangePayload extends Payload {}

  @Resolver(() => ChangePayload)
  class ChangePayloadResolver {
    @FieldResolver(type, {
      name: field,
      nullable: true,
      description: `The ${short} after the change. Null when the change was refused, and for a dry run of a creation.`,
    })
    changed(
      @Root() { result }: MutationResult<Result>,
      @Ctx() context: GraphqlContext,
    ): Promise<object | null> | null {
      return result && load(context, result);
    }
  }

  const { DeletePayload, DeletePayloadResolver } = deletePayload(
    `${name}DeletePayload`,
    `deleted${name}Id`,
    {
      payload: `Result of deleting a ${thing}.`,
      id: "The id that was deleted. Null when the deletion was refused.",
    },
  );
  return {
    ChangePayload,
    DeletePayload,
    resolvers: [ChangePayloadResolver, DeletePayloadResolver],
  };
};
