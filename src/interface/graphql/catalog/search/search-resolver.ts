import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  Field,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  type ClassType,
} from "type-graphql";
import { PageArgs, PageInfo } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { Facet, SearchSuggestionType } from "./facet-types.js";
import { searchFor, type SearchEdition, type SearchSource } from "./search-for.js";
import { SearchFilterInput, SearchSortInput } from "./search-inputs.js";

/** The search of one API. Names of types are the same in both, their products are not. */
export const searchResolver = (edition: SearchEdition, product: () => ClassType): ClassType => {
  @ObjectType("ProductSearchEdge", {
    simpleResolvers: true,
    description: "One of the products that were found, with its place in the list.",
  })
  class ProductSearchEdge {
    @Field(() => String, {
      description: "The place in the list; it belongs to the query and the sort order of the list.",
    })
    readonly cursor!: string;

    @Field(product, { description: "The product." })
    readonly node!: object;
  }

  @ObjectType("ProductSearchConnection", {
    simpleResolvers: true,
    description: "A page of the products that a search finds, with what to narrow it down by.",
  })
  class ProductSearchConnection {
    @Field(() => [ProductSearchEdge], {
      description: "The products of the page, each with its cursor.",
    })
    readonly edges!: readonly ProductSearchEdge[];

    @Field(() => [product()], { description: "The products of the page, without cursors." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfo, { description: "Whether there is more, and where to go on." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many products were found in all. Costs nothing." })
    readonly totalCount!: number;

    @Field(() => [Facet], {
      description:
        "What the results can be narrowed down by, counted over all of them. Worked out only when selected.",
    })
    readonly facets!: readonly Facet[];

    @Field(() => [SearchSuggestionType], {
      description:
        "Other queries that find something: what was meant, and how what is being typed may go on. Worked out only when selected.",
    })
    readonly suggestions!: readonly SearchSuggestionType[];
  }

  @Resolver()
  class SearchResolver {
    @Operation(`catalog.search.${edition}`)
    @Query(() => ProductSearchConnection, {
      description:
        "Looks for products in titles, SKUs, barcodes, tags, vendors, types, option values and descriptions. Case and accents are disregarded; words are found while they are being typed, in the singular and the plural, and with slips of the finger. Without a query it lists everything, for facets alone.",
    })
    search(
      @Arg("query", () => String, {
        nullable: true,
        description:
          "What to look for, just as it was typed: there are no operators. What holds no word finds nothing, and so does what is longer than 500 characters. Empty or left out: everything.",
      })
      query: string | null,
      @Arg("filter", () => SearchFilterInput, {
        nullable: true,
        description: "What to narrow the results down to.",
      })
      filter: SearchFilterInput | null,
      @Arg("sort", () => SearchSortInput, {
        nullable: true,
        validate: false,
        description: "How to put the results in order. RELEVANCE when not given.",
      })
      sort: SearchSortInput | null,
      @Args(() => PageArgs, { validate: false }) page: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<SearchSource> {
      return searchFor(edition, { query, filter: filter ?? {}, sort, page }, info, context);
    }
  }
  return SearchResolver;
};
