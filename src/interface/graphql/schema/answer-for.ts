import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { Extensions } from "type-graphql";

/**
 * Who may see the answer of a query of the shop: every guest, so that caches may keep it, or one
 * buyer, who knows an id or an address. `kind`: the kind of what is found decides.
 */
type AnswerAudience = "everybody" | "one-buyer" | "kind";

const AUDIENCE = "answerFor";

/** Says whose answer a field of the query type is; the schema of the shop is not built without. */
export const AnswerFor = (audience: AnswerAudience) => Extensions({ [AUDIENCE]: audience });

export const audienceOf = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, "extensions">): AnswerAudience | null =>
  (extensions[AUDIENCE] as AnswerAudience | undefined) ?? null;

/** @throws Error when a query does not say whose answer it is */
export const checkAudiences = (schema: GraphQLSchema): void => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    if (audienceOf(field) === null)
      throw new Error(
        `The field Query.${field.name} has no audience: say with @AnswerFor whether caches may keep its answer.`,
      );
};

const known = new WeakMap<OperationDefinitionNode, boolean>();

/**
 * Whether an operation is a query whose answer every guest may see, as far as the document tells:
 * things that are found by their ids decide for themselves.
 */
export const isForEverybody = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean => {
  const found =
    known.get(operation) ??
    (operation.operation === "query" &&
      rootFields(document, operation.selectionSet).every((name) => {
        const field = schema.getQueryType()?.getFields()[name];
        return field ? audienceOf(field) !== "one-buyer" : name.startsWith("__");
      }));
  known.set(operation, found);
  return found;
};

/** What is skipped counts as well: a document has one answer to this. */
const rootFields = (
  { definitions }: DocumentNode,
  { selections }: SelectionSetNode,
): readonly string[] => {
  const names: string[] = [];
  const read = new Set<string>();
  const collect = (all: readonly SelectionNode[]): void => {
    for (const one of all) {
      if (one.kind === Kind.FIELD) names.push(one.name.value);
      else if (one.kind === Kind.INLINE_FRAGMENT) collect(one.selectionSet.selections);
      else if (!read.has(one.name.value)) {
        read.add(one.name.value);
        for (const each of definitions)
          if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === one.name.value)
            collect(each.selectionSet.selections);
      }
    }
  };
  collect(selections);
  return names;
};
