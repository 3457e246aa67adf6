import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { searchFor } from "./search-for.js";
import { ProductSearchConnection } from "./search-connection.js";
import { SearchFilterInput, SearchSortInput } from "./search-inputs.js";

@Resolver()
export class ShopSearchResolver {
  @Operation("catalog.search.shop")
  @Query(() => ProductSearchConnection, { description: "Looks for products in titles, SKUs, barcodes, tags, vendors, types, option values and descriptions. Case and accents are disregarded; words are found while they are being typed, in the singular and the plural, and with slips of the finger. Without a query it lists everything, for facets alone." })
  search(
    @Arg("query", () => String, { nullable: true, description: "What to look for, just as it was typed: there are no operators. What holds no word finds nothing, and so does what is longer than 500 characters. Empty or left out: everything." }) query: string | null,
    @Arg("filter", () => SearchFilterInput, { nullable: true, description: "What to narrow the results down to." }) filter: SearchFilterInput | null,
    @Arg("sort", () => SearchSortInput, { nullable: true, description: "How to put the results in order. RELEVANCE when not given." }) sort: SearchSortInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSearchConnection> {
    return searchFor({ query, filter: filter ?? {}, sort, page }, info, context);
  }
}
