import { fieldsKey } from "./fields-key.js";
import type { GraphqlContext } from "./graphql-context.js";

/**
 * One thing by its id; what is requested of one kind with the same fields in one tick is one call.
 */
export const loadById = <Id extends string, View extends { readonly id: Id }>(
  { batch }: Pick<GraphqlContext, "batch">,
  kind: string,
  id: Id,
  fields: ReadonlySet<PropertyKey>,
  read: (ids: readonly Id[]) => Promise<readonly View[]>,
): Promise<View | null> =>
  batch.load<Id, View>(
    [kind, fieldsKey(fields)],
    id,
    async (ids) => new Map((await read(ids)).map((view) => [view.id, view])),
  );
