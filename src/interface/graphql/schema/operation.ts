import { Extensions } from "type-graphql";

/**
 * Names the operations that a field of a root type calls, such as `catalog.productUpdate`. They
 * share one policy.
 */
export const Operation = (...operations: readonly [string, ...string[]]) =>
  Extensions({ operations });

/** Marks a field of a root type that calls no operation: its answer is public. */
export const OpenToAll = () => Extensions({ operations: [] });
