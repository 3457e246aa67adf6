import type { GraphQLResolveInfo } from "graphql";
import type { Page } from "../../../application/shared/page.js";
import type { Batcher } from "../execution/batcher.js";
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
  batch: Batcher,
  { read, count }: List<Item>,
): Promise<ConnectionSource<Item>> => {
  const requested = requestedFields(info);
  if (!requestsPage(requested)) return connectionSource(EMPTY_PAGE, count, requested);
  const page = await read(requestedNodes(requested));
  return connectionSource(await batch.handOver(page, page.items.length), count, requested);
};
