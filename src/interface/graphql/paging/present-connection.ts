import type { GraphQLResolveInfo } from "graphql";
import type { Page } from "../../../application/shared/page.js";
import { type Requested, requestedFields } from "../execution/requested-fields.js";
import { type ConnectionSource, connectionSource, EMPTY_PAGE } from "./connection-source.js";
import { requestedNodes, requestsPage } from "./requested-nodes.js";

interface List<Item> {
  /** @param nodes what is requested of the items */
  readonly read: (nodes: Requested) => Promise<Page<Item>>;
  /** Counts the whole list. */
  readonly count: () => Promise<number>;
}

/**
 * A page of a list, read only where its items are requested, and counted only where the count is.
 */
export const presentConnection = async <Item>(
  info: GraphQLResolveInfo,
  { read, count }: List<Item>,
): Promise<ConnectionSource<Item>> => {
  const requested = requestedFields(info);
  return connectionSource(
    requestsPage(requested) ? await read(requestedNodes(requested)) : EMPTY_PAGE,
    count,
    requested,
  );
};
