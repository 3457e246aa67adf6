import type { GraphQLResolveInfo } from "graphql";
import { Arg, type ClassType, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { kindOf } from "../../../application/shared/ids.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import { toGraphqlError } from "../errors/to-graphql-error.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { requestedFields } from "../execution/requested-fields.js";
import type { Api } from "../schema/api.js";
import { InvalidId } from "../schema/id-of.js";
import { Node } from "../schema/node.js";
import { AnswerFor } from "../schema/answer-for.js";
import { OperationOfKind } from "../schema/operation.js";
import type { NodeKind, NodeKinds } from "./node-kind.js";

/** The queries of one API that find anything by its id. */
export const nodeResolver = (api: Api, kinds: NodeKinds, description: string): ClassType => {
  const operations = Object.values(kinds).flatMap((kind) => kind?.operations?.[api] ?? []);

  @Resolver()
  class NodeResolver {
    @AnswerFor("kind")
    @OperationOfKind(...operations)
    @Query(() => Node, { nullable: true, description })
    node(
      @Arg("id", () => ID, { description: "The id." }) id: string,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<object | null> {
      return findNode(kinds, id, info, context);
    }

    @AnswerFor("kind")
    @OperationOfKind(...operations)
    @Query(() => [Node], {
      nullable: "items",
      description: "Several objects by id, in the same order. Null for ids that do not exist.",
    })
    nodes(
      @Arg("ids", () => [ID], { description: "The ids, at most 100." }) ids: string[],
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<(object | null)[]> {
      return findNodes(kinds, ids, info, context);
    }
  }
  return NodeResolver;
};

const MAX_NODES = 100;

/**
 * What cannot be found is an error in its place: of a promise that fails within a list, the
 * compiled executor leaves a hole.
 * @throws TooMany
 */
const findNodes = async (
  kinds: NodeKinds,
  ids: readonly string[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<(object | null)[]> => {
  if (ids.length > MAX_NODES) throw new TooMany("ids", ids.length, MAX_NODES);
  return Promise.all(ids.map((id) => findNode(kinds, id, info, context).catch(toGraphqlError)));
};

/** @throws InvalidId */
const findNode = async (
  kinds: NodeKinds,
  raw: string,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<object | null> => {
  const kind = kinds[kindOf(raw) ?? ""] as NodeKind<string> | undefined;
  if (!kind) throw new InvalidId(raw, "anything");
  // The shop does not have every type that staff work with.
  if (!info.schema.getType(kind.typeName)) return null;
  if (kind.answerFor !== "everybody") context.answer.isPublic = false;
  const found = await kind.find(raw, requestedFields(info, kind.typeName), context);
  if (found && "__typename" in found) return found;
  return found && { ...found, __typename: kind.typeName };
};
