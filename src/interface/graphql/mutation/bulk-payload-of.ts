import { type ClassType, Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { BulkOutcome } from "../../../application/shared/bulk.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { ChangedItemResult } from "./changed-item-result.js";
import { Payload } from "./payload.js";
import { type ItemView, presentItem } from "./present-item.js";
import type { MutationResult } from "./run-mutation.js";

interface ChangedItem<Result> {
  /** Of the field of a result, such as `taxRate`. */
  readonly field: string;
  /** For descriptions, such as `tax rate`. */
  readonly thing: string;
  readonly type: () => ClassType;
  readonly load: (context: GraphqlContext, result: Result) => Promise<object | null>;
}

/** The payload of a mutation that changes many things of one kind, with the resolvers of its fields. */
export const bulkPayloadOf = <Result>({
  field,
  thing,
  type,
  load,
}: ChangedItem<Result>): {
  readonly BulkPayload: ClassType<Payload>;
  readonly resolvers: readonly [ClassType, ClassType];
} => {
  const name = field.charAt(0).toUpperCase() + field.slice(1);

  @ObjectType(`${name}Result`, {
    simpleResolvers: true,
    description: `Result of one item of a bulk change of ${thing}s.`,
  })
  class ItemResult extends ChangedItemResult {}

  @ObjectType(`${name}sPayload`, {
    simpleResolvers: true,
    description: `Result of a change to several ${thing}s.`,
  })
  class BulkPayload extends Payload {
    @Field(() => [ItemResult], {
      description:
        "Result of each item, in the order of the input. Empty when nothing was changed because some items were refused.",
    })
    readonly results!: readonly ItemResult[];
  }

  @Resolver(() => BulkPayload)
  class BulkPayloadResolver {
    @FieldResolver()
    results(
      @Root() { items, result }: MutationResult<BulkOutcome<Result>>,
      @Ctx() context: GraphqlContext,
    ): readonly ItemView<Result>[] {
      return result?.items.map((item) => presentItem(item, context, items)) ?? [];
    }
  }

  @Resolver(() => ItemResult)
  class ItemResultResolver {
    @FieldResolver(type, {
      name: field,
      nullable: true,
      description: `The ${thing} after the change. Null when the item was refused.`,
    })
    changed(
      @Root() { result }: ItemView<Result>,
      @Ctx() context: GraphqlContext,
    ): Promise<object | null> | null {
      return result && load(context, result);
    }
  }

  return { BulkPayload, resolvers: [BulkPayloadResolver, ItemResultResolver] };
};
