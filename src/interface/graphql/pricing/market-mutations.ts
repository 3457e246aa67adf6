import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { MarketEdited } from "../../../application/pricing/markets/take-market.js";
import type { MarketId } from "../../../domain/pricing/ids.js";
import { carryOut, type Answered } from "../carry-out.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { Operation } from "../operation.js";
import { Payload } from "../payload.js";
import { MarketCreateInput, MarketDeleteInput, MarketUpdateInput } from "./market-inputs.js";
import { marketsOf } from "./market-resolvers.js";
import { AdminMarket, type MarketSource } from "./market-types.js";

@ObjectType({ simpleResolvers: true, description: "What became of a change of a market." })
export class MarketPayload extends Payload {
  @Field(() => AdminMarket, {
    nullable: true,
    description:
      "The market as it is now. Null when the change was refused, and for one that was only to be tried.",
  })
  readonly market!: MarketSource | null;
}

@Resolver(() => MarketPayload)
export class MarketPayloadResolver {
  @FieldResolver()
  async market(
    @Root() { result }: Answered<MarketEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<MarketSource | null> {
    return result && ((await marketsOf(context)).find(({ id }) => id === result.marketId) ?? null);
  }
}

@ObjectType({
  simpleResolvers: true,
  description: "What became of a market that was to be closed.",
})
export class MarketDeletePayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The market that is gone. Null when it was refused.",
  })
  readonly deletedMarketId!: string | null;
}

@Resolver(() => MarketDeletePayload)
export class MarketDeletePayloadResolver {
  @FieldResolver()
  deletedMarketId(
    @Root() { result }: Answered<{ readonly deletedMarketId: MarketId }>,
  ): string | null {
    return result?.deletedMarketId ?? null;
  }
}

@Resolver()
export class MarketMutations {
  @Operation("pricing.marketCreate")
  @Mutation(() => MarketPayload, {
    description:
      "Opens a market. Requests may name it from then on, at all servers within about a second.",
  })
  marketCreate(
    @Arg("input", () => MarketCreateInput, { validate: false, description: "The market." })
    input: MarketCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MarketEdited>> {
    return carryOut(context.app.pricing.marketCreate, input, info, context);
  }

  @Operation("pricing.marketUpdate")
  @Mutation(() => MarketPayload, { description: "Changes a market." })
  marketUpdate(
    @Arg("input", () => MarketUpdateInput, {
      validate: false,
      description: "Which market, and what is to be different.",
    })
    input: MarketUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MarketEdited>> {
    return carryOut(context.app.pricing.marketUpdate, input, info, context);
  }

  @Operation("pricing.marketDelete")
  @Mutation(() => MarketDeletePayload, {
    description: "Closes a market. The default market stays open.",
  })
  marketDelete(
    @Arg("input", () => MarketDeleteInput, { validate: false, description: "Which market." })
    input: MarketDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<{ readonly deletedMarketId: MarketId }>> {
    return carryOut(context.app.pricing.marketDelete, input, info, context);
  }
}
