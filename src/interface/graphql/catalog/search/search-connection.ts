import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import { PageInfo } from "../../connection.js";
import { ShopProduct } from "../shop-types.js";
import { Facet, SearchSuggestionType } from "./facet-types.js";

@ObjectType("ProductSearchEdge", { simpleResolvers: true, description: "One of the products that were found, with its place in the list." })
class ProductSearchEdge {
  @Field(() => String, { description: "The place in the list; it belongs to the query and the sort order of the list." })
  readonly cursor!: string;

  @Field(() => ShopProduct as ClassType, { description: "The product." })
  readonly node!: object;
}

@ObjectType({ simpleResolvers: true, description: "A page of the products that a search finds, with what to narrow it down by." })
export class ProductSearchConnection {
  @Field(() => [ProductSearchEdge], { description: "The products of the page, each with its cursor." })
  readonly edges!: readonly ProductSearchEdge[];

  @Field(() => [ShopProduct], { description: "The products of the page, without cursors." })
  readonly nodes!: readonly object[];

  @Field(() => PageInfo, { description: "Whether there is more, and where to go on." })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: "How many products were found in all. Costs nothing." })
  readonly totalCount!: number;

  @Field(() => [Facet], { description: "What the results can be narrowed down by, counted over all of them. Worked out only when selected." })
  readonly facets!: readonly Facet[];

  @Field(() => [SearchSuggestionType], { description: "Other queries that find something: what was meant, and how what is being typed may go on. Worked out only when selected." })
  readonly suggestions!: readonly SearchSuggestionType[];
}
