import {
  type DefinitionNode,
  type DocumentNode,
  getLocation,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { NO_DOCUMENT } from "../limits/no-document.js";

/**
 * An error with the position in the document to which it belongs: what is about the request as a
 * whole belongs to its operation.
 */
export const withLocation = (
  error: GraphQLFormattedError,
  { document, operation }: RequestedDocument,
): GraphQLFormattedError => {
  if (error.locations) return error;
  const { loc } = operation ?? document?.definitions.find(isOperation) ?? {};
  return !loc || loc.source.body === NO_DOCUMENT
    ? error
    : { ...error, locations: [{ ...getLocation(loc.source, loc.start) }] };
};

const isOperation = ({ kind }: DefinitionNode): boolean => kind === Kind.OPERATION_DEFINITION;

/** What is known of it when an answer is made. */
interface RequestedDocument {
  readonly document?: DocumentNode;
  readonly operation?: OperationDefinitionNode;
}
