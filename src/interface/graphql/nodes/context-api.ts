import type { ClassType } from "type-graphql";
import type { NodeKinds } from "./node-kind.js";

/**
 * Everything that one context adds to the two APIs.
 * @typeParam Prefix the prefixes of ids that `node(id:)` finds
 */
export interface ContextApi<Prefix extends string = string> {
  /**
   * Resolvers of both schemas. A field resolver of one schema only belongs in `shop` or `admin`.
   */
  readonly shared?: readonly ClassType[];
  readonly shop?: readonly ClassType[];
  readonly admin?: readonly ClassType[];
  /** What `node(id:)` finds. */
  readonly nodes?: NodeKinds<Prefix>;
}
