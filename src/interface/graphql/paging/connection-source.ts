import type { Page } from "../../../application/shared/page.js";
import type { Requested } from "../execution/requested-fields.js";
import type { PageInfo } from "./page-info.js";

/** What a connection is answered from: only what was requested of it is there. */
export interface ConnectionSource<Item> {
  readonly edges?: readonly { readonly cursor: string; readonly node: Item }[];
  readonly nodes?: readonly Item[];
  readonly pageInfo?: PageInfo;
  /** Counts the whole list; called only when the client requests it. */
  readonly count: () => Promise<number>;
}

export const EMPTY_PAGE: Page<never> = { items: [], hasNextPage: false, hasPreviousPage: false };

/** @param requested what is requested of the connection */
export const connectionSource = <Item>(
  page: Page<Item>,
  count: () => Promise<number>,
  requested: Requested,
): ConnectionSource<Item> => ({
  count,
  ...(requested.has("edges") && {
    edges: page.items.map(({ cursor, item }) => ({ cursor, node: item })),
  }),
  ...(requested.has("nodes") && { nodes: page.items.map(({ item }) => item) }),
  ...(requested.has("pageInfo") && { pageInfo: pageInfo(page) }),
});

const pageInfo = ({ items, hasNextPage, hasPreviousPage }: Page<unknown>): PageInfo => ({
  hasNextPage,
  hasPreviousPage,
  startCursor: items.at(0)?.cursor ?? null,
  endCursor: items.at(-1)?.cursor ?? null,
});
