import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "./context.js";
import { OpenToAll } from "./operation.js";
import { CurrencyCode } from "./scalars.js";

@ObjectType({ simpleResolvers: true, description: "For whom and in what this answer was given." })
export class Shop {
  @Field(() => String, { description: "The market that prices and assortment belong to; choose it with the header `Plinth-Market`." })
  readonly market!: string;

  @Field(() => String, { description: "The language of the answer, as a BCP 47 tag; choose it with the header `Plinth-Locale`." })
  readonly locale!: string;

  @Field(() => CurrencyCode, { description: "The currency of all prices." })
  readonly currency!: string;
}

@Resolver()
export class ShopResolver {
  @OpenToAll()
  @Query(() => Shop, { description: "The shop as this request sees it." })
  shop(@Ctx() { market, locale, currency }: GraphqlContext): Shop {
    return { market: market?.key ?? "", locale, currency };
  }
}
