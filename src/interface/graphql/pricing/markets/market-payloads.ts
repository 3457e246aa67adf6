import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { MarketEdited } from "../../../../application/pricing/markets/lock-market.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminMarket } from "./admin-market.js";
import { marketById } from "./all-markets.js";
import type { MarketSource } from "./present-market.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a market." })
export class MarketPayload extends Payload {
  @Field(() => AdminMarket, {
    nullable: true,
    description:
      "The market after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly market!: MarketSource | null;
}

@Resolver(() => MarketPayload)
class MarketPayloadResolver {
  @FieldResolver()
  market(
    @Root() { result }: MutationResult<MarketEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<MarketSource | null> | null {
    return result && marketById(result.marketId, context);
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "MarketDeletePayload",
  "deletedMarketId",
  {
    payload: "Result of deleting a market.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const MarketDeletePayload = DeletePayload;

export const marketPayloadResolvers = [MarketPayloadResolver, DeletePayloadResolver] as const;
