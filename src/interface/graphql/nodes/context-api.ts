import type { ClassType } from "type-graphql";
import type { Context } from "../../../application/shared/context.js";
import type { ErrorCodes } from "../errors/codes/error-code.js";
import type { UserError } from "../errors/user-error.js";
import type { NodeKinds } from "./node-kind.js";

/**
 * Everything that one context adds to the two APIs.
 * @typeParam Prefix the prefixes of ids that `node(id:)` finds
 */
export interface ContextApi<Prefix extends string = string> {
  /** What the context can do. */
  readonly context: Context;
  /** The codes of its errors, with what they mean. */
  readonly errorCodes?: ErrorCodes;
  /** The types of user errors with facts of their own, by their names. */
  readonly userErrors?: Readonly<Record<string, ClassType<UserError>>>;
  /**
   * Resolvers of both schemas. A field resolver of one schema only belongs in `shop` or `admin`.
   */
  readonly shared?: readonly ClassType[];
  readonly shop?: readonly ClassType[];
  readonly admin?: readonly ClassType[];
  /** What `node(id:)` finds. */
  readonly nodes?: NodeKinds<Prefix>;
}
