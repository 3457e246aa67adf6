import { GraphQLError } from "graphql";
import { DomainError } from "../../../domain/shared/domain-error.js";

/**
 * An error as the executor expects it. graphql-js takes an error with a list called `path` for one
 * that already has its position in the answer, but the path of a DomainError is a path into its
 * command.
 */
export const toGraphqlError = (error: unknown): Error => {
  if (error instanceof DomainError)
    return new GraphQLError(error.message, { originalError: error });
  return error instanceof Error ? error : new Error(String(error));
};
