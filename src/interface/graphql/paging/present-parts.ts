import type { GraphQLResolveInfo } from "graphql";
import {
  type Page,
  type PageArguments,
  type PageRequest,
  pageRequest,
} from "../../../application/shared/page.js";
import { fieldsKey } from "../execution/fields-key.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { Requested } from "../execution/requested-fields.js";
import { type ConnectionSource, EMPTY_PAGE } from "./connection-source.js";
import { presentConnection } from "./present-connection.js";

interface Parts<Id extends string, Field extends PropertyKey, Item> {
  /** Names these parts among all that a request reads. */
  readonly name: string;
  readonly fields: (nodes: Requested) => ReadonlySet<Field>;
  readonly read: (request: PartsRequest<Id, Field>) => Promise<ReadonlyMap<Id, Page<Item>>>;
  readonly count: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, number>>;
}

interface PartsRequest<Id, Field> {
  readonly ids: readonly Id[];
  readonly page: PageRequest;
  readonly fields: ReadonlySet<Field>;
}

/**
 * A page of the parts of one thing. The same page of the parts of other things, requested in the
 * same tick, is read in the same call.
 */
export const presentParts = async <Id extends string, Field extends PropertyKey, Item>(
  id: Id,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { batch }: Pick<GraphqlContext, "batch">,
  { name, fields: fieldsOf, read, count }: Parts<Id, Field, Item>,
): Promise<ConnectionSource<Item>> => {
  const page = pageRequest(args);
  return presentConnection(info, batch, {
    read: async (nodes) => {
      const fields = fieldsOf(nodes);
      const found = await batch.load([name, page, fieldsKey(fields)], id, (ids: readonly Id[]) =>
        read({ ids, page, fields }),
      );
      return found ?? EMPTY_PAGE;
    },
    count: async () => (await batch.load([`count ${name}`], id, count)) ?? 0,
  });
};
