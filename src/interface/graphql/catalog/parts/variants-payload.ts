import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { VariantEdited } from "../../../../application/catalog/offers/change-stock.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import type { Warning } from "../../../../application/shared/warning.js";
import { shownItemOf, type ShownItem } from "../../bulk.js";
import type { Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Payload, WarningType } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { UserError } from "../../user-errors.js";
import { AdminVariant } from "../admin-types.js";
import { variantBy } from "../nodes.js";
import type { VariantSource } from "../shown-variants.js";

@ObjectType({
  simpleResolvers: true,
  description: "What became of one item of a change of many variants.",
})
export class VariantResult {
  @Field(() => Int, { description: "The place of the item in the input, counted from 0." })
  readonly index!: number;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant as it is now. Null when the item was refused.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => [UserError], {
    description: "Why the item was left as it was, all reasons at once.",
  })
  readonly userErrors!: readonly object[];

  @Field(() => [WarningType], {
    description: "What somebody should know although the item was changed.",
  })
  readonly warnings!: readonly Warning[];
}

@ObjectType({ simpleResolvers: true, description: "What became of a change of many variants." })
export class VariantsPayload extends Payload {
  @Field(() => [VariantResult], {
    description:
      "What became of each item, in the order of the input. Empty when nothing was changed because some were refused.",
  })
  readonly results!: readonly VariantResult[];
}

/** What such a payload is answered from; inputs call their items by different names. */
export interface VariantsEdited extends Answered<BulkDone<VariantEdited>> {
  readonly list: string;
}

export const listedUnder = (
  list: string,
  answered: Answered<BulkDone<VariantEdited>>,
): VariantsEdited => ({ ...answered, list });

@Resolver(() => VariantsPayload)
export class VariantsPayloadResolver {
  @FieldResolver()
  results(@Root() { list, result }: VariantsEdited): readonly ShownItem<VariantEdited>[] {
    return result?.items.map((item) => shownItemOf(list, item)) ?? [];
  }
}

@Resolver(() => VariantResult)
export class VariantResultResolver {
  @FieldResolver()
  variant(
    @Root() { result }: ShownItem<VariantEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<object | null> | null {
    return result && variantBy(result.variantId, requestedFields(info), context);
  }
}

/** What answers mutations of many variants. */
export const variantsPayload = [VariantsPayloadResolver, VariantResultResolver] as const;
