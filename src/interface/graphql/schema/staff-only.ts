import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

/**
 * Marks a field that the API of the shop does not have, of a type that both APIs have. A type that
 * is still used by other fields of the shop stays.
 */
export const StaffOnly = () => Extensions({ staffOnly: true });

export const isStaffOnly = ({ extensions }: GraphQLField<unknown, unknown>): boolean =>
  extensions["staffOnly"] === true;
