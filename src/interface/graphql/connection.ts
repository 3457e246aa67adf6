import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";
import type { Page } from "../../application/shared/page.js";

@ObjectType({ simpleResolvers: true, description: "Where a page stands within its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are items after the last one of this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether there are items before the first one of this page.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The cursor of the first item; give it as `before` to go back. Null when the page is empty.",
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The cursor of the last item; give it as `after` to go on. Null when the page is empty.",
  })
  readonly endCursor!: string | null;
}

/** Taken with `validate: false`: `pageRequest` says all that can be wrong, and a validation costs more than the page of a part. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "How many items to give from the beginning, or after `after`: 1 to 100. 20 when neither `first` nor `last` is given.",
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Give items behind this cursor only." })
  readonly after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many items to give from the end, or before `before`: 1 to 100. Not together with `first`.",
  })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: "Give items in front of this cursor only." })
  readonly before?: string | null;
}

/** What a connection is answered from. */
export interface ConnectionSource<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly nodes: readonly Item[];
  readonly pageInfo: PageInfo;
  /** Counts the whole list; called only when the client wants to know. */
  readonly count: () => Promise<number>;
}

export const EMPTY_PAGE: Page<never> = { items: [], hasNextPage: false, hasPreviousPage: false };

export const connectionSource = <Item>(
  page: Page<Item>,
  count: () => Promise<number>,
): ConnectionSource<Item> => new PageOfConnection(page, count);

/** Makes of a page what is asked for, and nothing else: there is one for each product of a list. */
class PageOfConnection<Item> implements ConnectionSource<Item> {
  constructor(
    private readonly page: Page<Item>,
    readonly count: () => Promise<number>,
  ) {}

  get edges(): ConnectionSource<Item>["edges"] {
    return this.page.items.map((placed) => ({ cursor: placed.cursor, node: placed.item }));
  }

  get nodes(): readonly Item[] {
    return this.page.items.map(({ item }) => item);
  }

  get pageInfo(): PageInfo {
    const { items, hasNextPage, hasPreviousPage } = this.page;
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: items.at(0)?.cursor ?? null,
      endCursor: items.at(-1)?.cursor ?? null,
    };
  }
}

/** The Relay connection over one type of entity. Names are given, because classes of both APIs share them. */
export const connectionOf = (
  name: string,
  things: string,
  node: () => ClassType,
): { readonly Connection: ClassType; readonly Edge: ClassType } => {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of the ${things} of a list, with its place in the list.`,
  })
  class Edge {
    @Field(() => String, {
      description: "The place in the list; it belongs to the sort order of the list.",
    })
    readonly cursor!: string;

    @Field(node, { description: "The item itself." })
    readonly node!: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${things}.`,
  })
  class Connection {
    readonly count!: () => Promise<number>;

    @Field(() => [Edge], { description: "The items of the page, each with its cursor." })
    readonly edges!: readonly Edge[];

    @Field(() => [node()], { description: "The items of the page, without cursors." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfo, { description: "Whether there is more, and where to go on." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      description: `How many ${things} the whole list has. Counting costs a query of its own, so ask only when you show it.`,
    })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return { Connection, Edge };
};
