import type { Id } from "../../../domain/shared/id.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { Requested } from "../execution/requested-fields.js";
import type { Api } from "../schema/api.js";

/** How one kind of thing is found by its id, and what GraphQL calls it. */
export interface NodeKind<IdOfKind = never> {
  readonly typeName: string;
  /**
   * Who may see what the shop shows of it: only what is for everybody may be kept by caches. One
   * buyer, when left out.
   */
  readonly answerFor?: "everybody" | "one-buyer";
  /** The operations that find it in each API; left out where anybody may see it. */
  readonly operations?: Partial<Readonly<Record<Api, string>>>;
  readonly find: (
    id: IdOfKind,
    requested: Requested,
    context: GraphqlContext,
  ) => Promise<object | null>;
}

/** Kinds of things, by the prefixes of their ids. */
export type NodeKinds<Prefix extends string = string> = {
  readonly [Kind in Prefix]?: string extends Kind ? NodeKind : NodeKind<Id<Kind>>;
};
