import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, createUnionType, Ctx, Info, Resolver, Root } from "type-graphql";
import {
  isListType,
  referencedKind,
} from "../../../../domain/catalog/metafields/metafield-type.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { MediaType } from "../../media/media-type.js";
import { connectionOf } from "../../paging/connection-of.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { MetafieldSource } from "../metafields/metafield-fields.js";
import { listReferences } from "./list-references.js";
import { loadReference, typeNameOf } from "./load-reference.js";

/**
 * What custom fields refer to, in one API.
 * @param types the classes of products, variants and collections
 * @param hidden why something is not found there
 */
export const metafieldReferenceResolver = (
  Metafield: ClassType,
  types: readonly ClassType[],
  hidden: string,
): ClassType => {
  const Reference = createUnionType({
    name: "MetafieldReference",
    description: "What a custom field can refer to.",
    types: () => [...types, MediaType],
  });
  const { Connection } = connectionOf(
    "MetafieldReference",
    "things that a custom field refers to",
    () => Reference,
  );

  @Resolver(() => Metafield)
  class MetafieldReferenceResolver {
    @Cost({ own: 1 })
    @FieldResolver(() => Reference, {
      nullable: true,
      description: `What the field refers to, when its type is PRODUCT, VARIANT, COLLECTION or MEDIA. Null for other types, and when it ${hidden}. For lists see \`references\`.`,
    })
    async reference(
      @Root() { type, value }: MetafieldSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<object | null> {
      const kind = isListType(type) ? null : referencedKind(type);
      return kind && loadReference(kind, value, requestedFields(info, typeNameOf(kind)), context);
    }

    @FieldResolver(() => Connection, {
      description: `What a list refers to, in the merchant's order, when its type is PRODUCT_LIST, VARIANT_LIST, COLLECTION_LIST or MEDIA_LIST. Empty for other types. What ${hidden} is left out.`,
    })
    references(
      @Root() field: MetafieldSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<object>> {
      return listReferences(field, args, info, context);
    }
  }
  return MetafieldReferenceResolver;
};
