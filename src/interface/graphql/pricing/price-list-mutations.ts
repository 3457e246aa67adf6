import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { PriceListEdited } from "../../../application/catalog/offers/price-list-life.js";
import type { PriceListView } from "../../../application/pricing/ports.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { carryOut, type Answered } from "../carry-out.js";
import {
  listedUnder,
  VariantsPayload,
  type VariantsEdited,
} from "../catalog/parts/variants-payload.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { Operation } from "../operation.js";
import { Payload } from "../payload.js";
import {
  PriceListCreateInput,
  PriceListDeleteInput,
  PriceListPricesRemoveInput,
  PriceListPricesSetInput,
  PriceListUpdateInput,
} from "./price-list-inputs.js";
import { PriceListType } from "./price-list-types.js";

@ObjectType({ simpleResolvers: true, description: "What became of a change of a price list." })
export class PriceListPayload extends Payload {
  @Field(() => PriceListType, {
    nullable: true,
    description:
      "The price list as it is now. Null when the change was refused, and for one that was only to be tried.",
  })
  readonly priceList!: PriceListView | null;
}

@Resolver(() => PriceListPayload)
export class PriceListPayloadResolver {
  @FieldResolver()
  priceList(
    @Root() { result }: Answered<PriceListEdited>,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<PriceListView | null> | null {
    return result && loaders.staff.priceList(result.priceListId);
  }
}

@ObjectType({
  simpleResolvers: true,
  description: "What became of a price list that was to be taken away.",
})
export class PriceListDeletePayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The price list that is gone. Null when it was refused.",
  })
  readonly deletedPriceListId!: string | null;
}

@Resolver(() => PriceListDeletePayload)
export class PriceListDeletePayloadResolver {
  @FieldResolver()
  deletedPriceListId(
    @Root() { result }: Answered<{ readonly deletedPriceListId: PriceListId }>,
  ): string | null {
    return result?.deletedPriceListId ?? null;
  }
}

@Resolver()
export class PriceListMutations {
  @Operation("catalog.priceListCreate")
  @Mutation(() => PriceListPayload, {
    description:
      "Makes a price list without prices. Markets may use it once it is ready: at once in a small shop, after a while in a large one.",
  })
  priceListCreate(
    @Arg("input", () => PriceListCreateInput, { validate: false, description: "The price list." })
    input: PriceListCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<PriceListEdited>> {
    return carryOut(context.app.catalog.priceListCreate, input, info, context);
  }

  @Operation("catalog.priceListUpdate")
  @Mutation(() => PriceListPayload, {
    description: "Gives a price list another name. Its key and its currency are fixed.",
  })
  priceListUpdate(
    @Arg("input", () => PriceListUpdateInput, {
      validate: false,
      description: "Which price list, and what is to be different.",
    })
    input: PriceListUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<PriceListEdited>> {
    return carryOut(context.app.catalog.priceListUpdate, input, info, context);
  }

  @Operation("catalog.priceListDelete")
  @Mutation(() => PriceListDeletePayload, {
    description: "Takes a price list away that no market uses any more, with all its prices.",
  })
  priceListDelete(
    @Arg("input", () => PriceListDeleteInput, { validate: false, description: "Which price list." })
    input: PriceListDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<{ readonly deletedPriceListId: PriceListId }>> {
    return carryOut(context.app.catalog.priceListDelete, input, info, context);
  }

  @Operation("catalog.priceListPricesSet")
  @Mutation(() => VariantsPayload, {
    description:
      "Gives variants prices in a price list, or other ones. Each product is one version further then, and its history tells of it.",
  })
  async priceListPricesSet(
    @Arg("input", () => PriceListPricesSetInput, {
      validate: false,
      description: "Which price list, and the prices.",
    })
    input: PriceListPricesSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantsEdited> {
    return listedUnder(
      "items",
      await carryOut(context.app.catalog.priceListPricesSet, input, info, context),
    );
  }

  @Operation("catalog.priceListPricesRemove")
  @Mutation(() => VariantsPayload, {
    description:
      "Takes prices of variants out of a price list. They cost there what they cost by themselves then; in a list of another currency they cannot be bought.",
  })
  async priceListPricesRemove(
    @Arg("input", () => PriceListPricesRemoveInput, {
      validate: false,
      description: "Which price list, and which variants.",
    })
    input: PriceListPricesRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantsEdited> {
    return listedUnder(
      "items",
      await carryOut(context.app.catalog.priceListPricesRemove, input, info, context),
    );
  }
}
