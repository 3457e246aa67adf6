import { Arg, Ctx, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { formatMoney } from "./format-money.js";
import type { MoneySource } from "./money-presenter.js";
import { MoneyType } from "./money-type.js";

@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver()
  formatted(
    @Root() money: MoneySource,
    @Arg("locale", () => String, {
      nullable: true,
      validate: false,
      description:
        "The language of the format as a BCP 47 tag. A tag without a region, such as `de`, is written as in the first country of the market; a tag with a region, such as `de-AT`, as in that region. Default: the language of the request.",
    })
    locale: string | null,
    @Ctx() { market, locale: requested }: GraphqlContext,
  ): string {
    return formatMoney(money, locale ?? requested, market?.countries[0] ?? null);
  }
}
