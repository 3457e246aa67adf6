import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { PriceListEdited } from "../../../../application/pricing/price-lists/price-list-create.js";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadPriceList } from "./load-price-list.js";
import { PriceListType } from "./price-list-type.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a price list." })
export class PriceListPayload extends Payload {
  @Field(() => PriceListType, {
    nullable: true,
    description:
      "The price list after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly priceList!: PriceListView | null;
}

@Resolver(() => PriceListPayload)
class PriceListPayloadResolver {
  @FieldResolver()
  priceList(
    @Root() { result }: MutationResult<PriceListEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<PriceListView | null> | null {
    return result && loadPriceList(context, result.priceListId);
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "PriceListDeletePayload",
  "deletedPriceListId",
  {
    payload: "Result of deleting a price list.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const PriceListDeletePayload = DeletePayload;

export const priceListPayloadResolvers = [PriceListPayloadResolver, DeletePayloadResolver] as const;
