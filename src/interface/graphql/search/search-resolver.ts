import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Field,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { CollectionBy } from "../catalog/collections/collection-by.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { matchingVariantResolver } from "../catalog/variants/matching-variant-resolver.js";
import { PageArgs } from "../paging/page-args.js";
import { PageInfo } from "../paging/page-info.js";
import type { Api } from "../schema/api.js";
import { Cost } from "../schema/cost.js";
import { AnswerFor } from "../schema/answer-for.js";
import { Operation } from "../schema/operation.js";
import { SearchSuggestionType } from "./facet.js";
import { type FacetSource, facetTypes } from "./facet-types.js";
import { SearchFilterInput } from "./search-filter-input.js";
import { searchProducts, type SearchSource } from "./search-products.js";
import { SearchSortInput } from "./search-sort-input.js";

/** The search of one API: its types have the products of that API. */
export const searchResolvers = (
  api: Api,
  Product: ClassType,
  Variant: ClassType,
  Collection: ClassType,
): readonly ClassType[] => {
  const { Facet, resolvers: facetResolvers } = facetTypes(Collection);

  @ObjectType("ProductSearchEdge", {
    simpleResolvers: true,
    description: "A product of a search result.",
  })
  class ProductSearchEdge {
    @Field(() => String, {
      description: "Cursor of the item. It is valid for the same query and sort order only.",
    })
    readonly cursor!: string;

    @Field(() => Product, { description: "The product." })
    readonly node!: object;
  }

  @ObjectType("ProductSearchConnection", {
    simpleResolvers: true,
    description: "A page of products found by a search, with facets and suggestions.",
  })
  class ProductSearchConnection {
    @Field(() => [ProductSearchEdge], {
      description: "The products of the page with their cursors.",
    })
    readonly edges!: readonly ProductSearchEdge[];

    @Field(() => [Product], { description: "The products of the page without cursors." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfo, {
      description: "Cursors of the page, and whether there are more pages.",
    })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: "Number of products found. Free of cost." })
    readonly totalCount!: number;

    @Cost({ own: 20, items: 10 })
    @Field(() => [Facet], {
      description: "Facets counted over all results. Computed only when selected.",
    })
    readonly facets!: readonly FacetSource[];

    @Cost({ own: 20, items: 5 })
    @Field(() => [SearchSuggestionType], {
      description:
        "Other queries with results: corrections and completions. Computed only when selected.",
    })
    readonly suggestions!: readonly SearchSuggestionType[];
  }

  @Resolver()
  class SearchResolver {
    @AnswerFor("everybody")
    @Operation(`search.${api}`)
    @Query(() => ProductSearchConnection, {
      nullable: true,
      description:
        "Searches titles, SKUs, barcodes, tags, vendors, types, option values and descriptions. Case and accents do not matter; it matches prefixes, singular and plural, and tolerates typing errors. Without a query it returns everything: with `in`, the page of a collection with its facets. Null when the collection of `in` does not exist or the viewer cannot see it.",
    })
    search(
      @Arg("query", () => String, {
        nullable: true,
        description:
          "The query as typed; there are no operators. A query without words, or longer than 500 characters, finds nothing. Empty or omitted: everything.",
      })
      query: string | null,
      @Arg("in", () => CollectionBy, {
        nullable: true,
        description:
          "Only products of this collection. `filter` narrows them, and facets count only them. A former slug finds the collection too.",
      })
      within: CollectionBy | null,
      @Arg("includeBelow", () => Boolean, {
        nullable: true,
        description:
          "Whether a collection includes the products of all collections below it: that of `in`, those of the filter, and in the counts of the facet COLLECTION. Collections that the viewer cannot see are left out, with those below them. Default: false.",
      })
      includeBelow: boolean | null,
      @Arg("filter", () => SearchFilterInput, {
        nullable: true,
        description: "Filters the results.",
      })
      filter: SearchFilterInput | null,
      @Arg("sort", () => SearchSortInput, {
        nullable: true,
        description: "Sort order. Default: RELEVANCE.",
      })
      sort: SearchSortInput | null,
      @Args(() => PageArgs, { validate: false }) page: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<SearchSource | null> {
      return searchProducts(
        api,
        { query, within, includeBelow: includeBelow ?? false, filter: filter ?? {}, sort, page },
        info,
        context,
      );
    }
  }
  return [SearchResolver, ...facetResolvers, matchingVariantResolver(ProductSearchEdge, Variant)];
};
