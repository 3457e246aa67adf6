import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

/** What a field adds to the cost of a request, beyond the objects that it gives. */
interface FieldCost {
  /** Points for the field itself, where its text is long or computing it takes time; quarters are exact. */
  readonly own?: number;
  /**
   * How many objects a list without pages usually has. Its largest length would make each use of it
   * as expensive as the rarest; how long an answer really is, is counted while it is written.
   */
  readonly items?: number;
  /** Points of each of them where they are parts of another object: one unless given. */
  readonly each?: number;
}

const COST = "cost";

/** Declares the cost of a field. Scalars are free and objects cost one point unless it says more. */
export const Cost = (cost: FieldCost): PropertyDecorator & MethodDecorator =>
  Extensions({ [COST]: cost });

export const costOf = ({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">) =>
  (extensions[COST] ?? NO_COST) as FieldCost;

const NO_COST: FieldCost = {};
