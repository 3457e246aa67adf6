import type { IdKinds } from "../../../application/shared/ids.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { Requested } from "../execution/requested-fields.js";
import type { Api } from "../schema/api.js";

/** How one kind of thing is found by its id, and what GraphQL calls it. */
export interface NodeKind<Id = never> {
  readonly typeName: string;
  /** The operations that find it in each API; left out where anybody may see it. */
  readonly operations?: Partial<Readonly<Record<Api, string>>>;
  readonly find: (id: Id, requested: Requested, context: GraphqlContext) => Promise<object | null>;
}

/** The kinds of things of a context, by the kinds of their ids. */
export type NodeKinds = { readonly [Kind in keyof IdKinds]?: NodeKind<IdKinds[Kind]> };
