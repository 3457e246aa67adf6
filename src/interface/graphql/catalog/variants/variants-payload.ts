import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { VariantEdited } from "../../../../application/catalog/variants/variants-update.js";
import type { BulkOutcome } from "../../../../application/shared/bulk.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { ChangedItemResult } from "../../mutation/changed-item-result.js";
import { Payload } from "../../mutation/payload.js";
import { type ItemView, presentItem } from "../../mutation/present-item.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminVariant } from "./admin-variant.js";
import type { VariantSource } from "./present-variants.js";
import { changedVariant } from "./changed-variant.js";

@ObjectType({
  simpleResolvers: true,
  description: "Result of one item of a bulk change of variants.",
})
class VariantResult extends ChangedItemResult {
  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant after the change. Null when the item was refused.",
  })
  readonly variant!: VariantSource | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of a change to several variants." })
export class VariantsPayload extends Payload {
  @Field(() => [VariantResult], {
    description:
      "Result of each item, in the order of the input. Empty when nothing was changed because some items were refused.",
  })
  readonly results!: readonly VariantResult[];
}

@Resolver(() => VariantsPayload)
class VariantsPayloadResolver {
  @FieldResolver()
  results(
    @Root() { items, result }: MutationResult<BulkOutcome<VariantEdited>>,
    @Ctx() context: GraphqlContext,
  ): readonly ItemView<VariantEdited>[] {
    return result?.items.map((item) => presentItem(item, context, items)) ?? [];
  }
}

@Resolver(() => VariantResult)
class VariantResultResolver {
  @FieldResolver()
  variant(
    @Root() { result }: ItemView<VariantEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> | null {
    return result && changedVariant(result.variantId, requestedFields(info), context);
  }
}

export const variantsPayloadResolvers = [VariantsPayloadResolver, VariantResultResolver] as const;
