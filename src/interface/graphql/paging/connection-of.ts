import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { Cost } from "../schema/cost.js";
import { PageInfo } from "./page-info.js";

/**
 * The Relay connection of one type. The name is a parameter, because the classes of both APIs share
 * it.
 * @param node its class, or a union
 */
export const connectionOf = (
  name: string,
  things: string,
  node: () => object,
): { readonly Connection: ClassType; readonly Edge: ClassType } => {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of the ${things} of a list, with its cursor.`,
  })
  class Edge {
    @Field(() => String, {
      description: "Cursor of the item. It is valid for the same sort order only.",
    })
    readonly cursor!: string;

    @Field(node, { description: "The item." })
    readonly node!: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${things}.`,
  })
  class Connection {
    readonly count!: () => Promise<number>;

    @Field(() => [Edge], { description: "The items of the page with their cursors." })
    readonly edges!: readonly Edge[];

    @Field(() => [node()], { description: "The items of the page without cursors." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfo, {
      description: "Cursors of the page, and whether there are more pages.",
    })
    readonly pageInfo!: PageInfo;

    @Cost({ own: 2 })
    @Field(() => Int, {
      description: `Total number of ${things} in the list. Needs a query of its own: select it only when you display it.`,
    })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return { Connection, Edge };
};
