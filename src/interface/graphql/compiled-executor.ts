import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { LARGEST_DOCUMENT, weightOf } from "./document-store.js";
import { variablesOf } from "./variables-of.js";

interface Asked {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly request: {
    readonly variables?: Record<string, unknown>;
    readonly operationName?: string;
  };
  readonly context: object;
}

export type Executor = (asked: Asked) => Promise<ExecutionResult>;

/** Answers with graphql-js: slower, and right by definition. */
export const referenceExecutor =
  (schema: GraphQLSchema): Executor =>
  async ({ document, request, context }) =>
    execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });

interface Options {
  /** How many compiled operations are kept. */
  readonly kept?: number;
  /** From which time on an operation is compiled; compiling costs more than answering once. */
  readonly compiledAtUse?: number;
  /** Is told who answered. */
  readonly onAnswer?: (by: "program" | "graphql-js") => void;
}

interface Known {
  readonly uses: number;
  readonly program: Promise<CompiledQuery | null> | null;
}

const NEW: Known = { uses: 0, program: null };
const NONE = Promise.resolve(null);
const MOST_BYTES = 96 * 1024 * 1024;
/** How much more memory a program takes than its document. */
const PROGRAM_PER_DOCUMENT = 4;

/** Answers with a program made out of each operation, and leaves to graphql-js what such a program would answer differently. */
export const compiledExecutor = (
  schema: GraphQLSchema,
  { kept = 500, compiledAtUse = 2, onAnswer }: Options = {},
): Executor => {
  const graphqlJs = referenceExecutor(schema);
  const reference: Executor = (asked) => {
    onAnswer?.("graphql-js");
    return graphqlJs(asked);
  };
  const programs = new LRUCache<string, Known>({ max: kept, maxSize: MOST_BYTES });

  const programOf = async (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    key: string,
  ): Promise<CompiledQuery | null> => {
    const { uses, program: known } = programs.get(key) ?? NEW;
    if (known) return known;
    if (uses + 1 < compiledAtUse) programs.set(key, { uses: uses + 1, program: null }, { size: 1 });
    else if (!isWorthIt(document))
      programs.set(key, { uses: uses + 1, program: NONE }, { size: 1 });
    else {
      const program = compiled(schema, document, operation).catch(() => null);
      programs.set(
        key,
        { uses: uses + 1, program },
        { size: weightOf(document) * PROGRAM_PER_DOCUMENT },
      );
      return program;
    }
    return null;
  };

  return async (asked) => {
    const {
      document,
      context,
      queryHash,
      request: { variables = {}, operationName },
    } = asked;
    const operation = getOperationAST(document, operationName);
    // Mutations run one after the other, and what they cost is not their execution.
    if (!operation || operation.operation !== "query") return reference(asked);
    // The program does not look at variables of @oneOf inputs, and words other mistakes differently.
    if (!variablesOf(schema, operation, variables)) return reference(asked);
    const program = await programOf(document, operation, `${queryHash} ${operationName ?? ""}`);
    const answer = program && (await program.query(undefined, context, variables));
    if (answer?.data === undefined || answer === null) return reference(asked);
    onAnswer?.("program");
    return { data: answer.data, ...(answer.errors && { errors: answer.errors.map(rebuilt) }) };
  };
};

const compiled = async (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Promise<CompiledQuery | null> => {
  // Loaded when the first operation comes back: a start answers its first query sooner without it.
  const { compileQuery, isCompiledQuery } = await import("graphql-jit");
  const program = compileQuery(schema, document, operation.name?.value, {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(program) ? program : null;
};

const isWorthIt = (document: DocumentNode): boolean =>
  weightOf(document) <= LARGEST_DOCUMENT && isFaithful(document);

/**
 * Whether a compiled program answers a document as graphql-js does. graphql-jit forgets conditions on fragments (a second,
 * unconditional use of the same fragment is dropped, or stays conditional) and loses what is called `__proto__`; introspection
 * is not worth compiling.
 */
const isFaithful = (document: DocumentNode): boolean => {
  let faithful = true;
  const unlike = () => {
    faithful = false;
    return BREAK;
  };
  visit(document, {
    Name: ({ value }) => (value === "__proto__" ? unlike() : undefined),
    FragmentSpread: ({ directives }) => (directives?.length ? unlike() : undefined),
    InlineFragment: ({ directives }) => (directives?.length ? unlike() : undefined),
    Field: (node) =>
      node.name.value === "__schema" ||
      node.name.value === "__type" ||
      (node.directives?.length && holdsFragments(node))
        ? unlike()
        : undefined,
  });
  return faithful;
};

const holdsFragments = (node: FieldNode): boolean =>
  node.selectionSet?.selections.some(
    (selection) => selection.kind !== Kind.FIELD || holdsFragments(selection),
  ) ?? false;

/** Errors of a program only look like GraphQLErrors: Apollo expects extensions, and everybody the cause. */
const rebuilt = ({
  message,
  path,
  locations,
  originalError,
  extensions,
}: GraphQLError): GraphQLError => {
  const error = new GraphQLError(message, { path, originalError, extensions: extensions ?? {} });
  if (locations) Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  return error;
};
