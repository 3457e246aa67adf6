import type { GraphQLInputObjectType } from "graphql";
import { Extensions } from "type-graphql";

/** Marks an input that takes exactly one of its fields, which type-graphql cannot declare. */
export const OneOf = () => Extensions({ oneOf: true });

export const isOneOf = ({ extensions }: GraphQLInputObjectType): boolean =>
  extensions["oneOf"] === true;
