import { execute, getOperationAST, getVariableValues, GraphQLError, Kind, visit, BREAK, type DocumentNode, type ExecutionResult, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";

interface Asked {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly request: { readonly variables?: Record<string, unknown>; readonly operationName?: string };
  readonly context: object;
}

export type Executor = (asked: Asked) => Promise<ExecutionResult>;

/** Answers with graphql-js: slower, and right by definition. */
export const referenceExecutor =
  (schema: GraphQLSchema): Executor =>
  async ({ document, request, context }) =>
    execute({ schema, document, contextValue: context, variableValues: request.variables, operationName: request.operationName });

interface Options {
  /** How many compiled operations are kept. */
  readonly kept?: number;
  /** From which time on an operation is compiled; compiling costs more than answering once. */
  readonly compiledAtUse?: number;
  /** Is told who answered. */
  readonly onAnswer?: (by: "program" | "graphql-js") => void;
}

/** Answers with a program made out of each operation, and leaves to graphql-js what such a program would answer differently. */
export const compiledExecutor = (schema: GraphQLSchema, { kept = 500, compiledAtUse = 2, onAnswer }: Options = {}): Executor => {
  const graphqlJs = referenceExecutor(schema);
  const reference: Executor = (asked) => {
    onAnswer?.("graphql-js");
    return graphqlJs(asked);
  };
  const programs = new LRUCache<string, { uses: number; program?: Promise<CompiledQuery | null> }>({ max: kept });

  const programOf = async (document: DocumentNode, operation: OperationDefinitionNode, key: string): Promise<CompiledQuery | null> => {
    const entry = programs.get(key) ?? { uses: 0 };
    programs.set(key, entry);
    entry.uses += 1;
    if (entry.uses < compiledAtUse) return null;
    entry.program ??= isFaithful(document) ? compiled(schema, document, operation).catch(() => null) : Promise.resolve(null);
    return entry.program;
  };

  return async (asked) => {
    const { document, context, queryHash, request: { variables = {}, operationName } } = asked;
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === "subscription") return reference(asked);
    // The program does not look at variables of @oneOf inputs, and words other mistakes differently.
    if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return reference(asked);
    const program = await programOf(document, operation, `${queryHash} ${operationName ?? ""}`);
    const answer = program && (await program.query(undefined, context, variables));
    if (answer?.data === undefined || answer === null) return reference(asked);
    onAnswer?.("program");
    return { data: answer.data, ...(answer.errors && { errors: answer.errors.map(rebuilt) }) };
  };
};

const compiled = async (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledQuery | null> => {
  // Loaded when the first operation comes back: a start answers its first query sooner without it.
  const { compileQuery, isCompiledQuery } = await import("graphql-jit");
  const program = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  return isCompiledQuery(program) ? program : null;
};

/**
 * Whether a compiled program answers a document as graphql-js does. graphql-jit forgets conditions on fragments (a second,
 * unconditional use of the same fragment is dropped, or stays conditional), and introspection is not worth compiling.
 */
const isFaithful = (document: DocumentNode): boolean => {
  let faithful = true;
  const unlike = () => {
    faithful = false;
    return BREAK;
  };
  visit(document, {
    FragmentSpread: ({ directives }) => (directives?.length ? unlike() : undefined),
    InlineFragment: ({ directives }) => (directives?.length ? unlike() : undefined),
    Field: (node) => (node.name.value === "__schema" || node.name.value === "__type" || (node.directives?.length && holdsFragments(node)) ? unlike() : undefined),
  });
  return faithful;
};

const holdsFragments = (node: FieldNode): boolean =>
  node.selectionSet?.selections.some((selection) => selection.kind !== Kind.FIELD || holdsFragments(selection)) ?? false;

/** Errors of a program only look like GraphQLErrors: Apollo expects extensions, and everybody the cause. */
const rebuilt = ({ message, path, locations, originalError, extensions }: GraphQLError): GraphQLError => {
  const error = new GraphQLError(message, { path, originalError, extensions: extensions ?? {} });
  if (locations) Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  return error;
};
