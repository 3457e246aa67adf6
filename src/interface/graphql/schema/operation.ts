import { Extensions } from "type-graphql";

/**
 * Names the operations that a field of a root type calls, such as `catalog.productUpdate`. They
 * share one policy.
 */
export const Operation = (...operations: readonly [string, ...string[]]) =>
  Extensions({ operations });

/**
 * Names the operations of which a field of a root type calls one, by the kind of thing. Each checks
 * its own policy.
 */
export const OperationOfKind = (...operations: readonly string[]) =>
  Extensions({ operations, byKind: true });

/** Marks a field of a root type that calls no operation: its answer is public. */
export const OpenToAll = () => Extensions({ operations: [] });
