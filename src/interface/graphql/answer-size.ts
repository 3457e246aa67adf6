import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../../application/shared/page.js";
import { variablesOf } from "./variables-of.js";

/** A list page with 100 products and 100 variants each is 10,100; another level of pages below that is a hundred times as much. */
export const MAX_NODES = 20_000;

// Most operations say their page sizes themselves: they are counted once.
const counted = new WeakMap<OperationDefinitionNode, number>();

/**
 * The most items of connections and facets that an answer could hold if every page were full, counted before anything is read. Pages inside pages
 * multiply, so a short document could otherwise ask for millions.
 * @throws GraphQLError where variables leave an argument without a value that it needs
 */
export const mostNodes = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const known = counted.get(operation);
  // Null in a place that takes none is found by counting.
  if (known !== undefined && Object.values(variables).every((value) => value !== null))
    return known;
  const coerced = variablesOf(schema, operation, variables);
  const root = schema.getRootType(operation.operation);
  // Variables that do not fit are refused by whoever executes the operation.
  if (!coerced || !root) return 0;
  try {
    const counting = new Counting(schema, document, coerced);
    const nodes = counting.below([operation.selectionSet], root, null);
    if (!counting.dependsOnVariables) counted.set(operation, nodes);
    return nodes;
  } catch (error) {
    // A variable that may be null in a place that may not: graphql-js finds out only while it executes, and takes it for a bug.
    throw error instanceof GraphQLError
      ? new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          extensions: { code: "BAD_USER_INPUT" },
        })
      : error;
  }
};

interface Asked {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
}

class Counting {
  /** Whether other variables would have given another number. */
  dependsOnVariables = false;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.#fragments = new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  /** @param page how many items the lists of a connection or of a payload have; null elsewhere */
  below(
    sets: readonly (SelectionSetNode | undefined)[],
    type: GraphQLNamedType,
    page: number | null,
  ): number {
    const fields = new Map<string, Asked>();
    for (const set of sets) this.#collect(set, type, fields);
    return [...fields.values()].reduce((sum, asked) => sum + this.#items(asked, page), 0);
  }

  /** Fields of one name are one field of the answer, in however many fragments they stand. */
  #collect(
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType,
    fields: Map<string, Asked>,
  ): void {
    for (const selection of set?.selections ?? []) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
        const asked = fields.get(key);
        fields.set(key, { type, nodes: [...(asked?.nodes ?? []), selection] });
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection
            : this.#fragments.get(selection.name.value);
        const condition =
          fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
        this.#collect(fragment?.selectionSet, condition ?? type, fields);
      }
    }
  }

  #items({ type: parent, nodes }: Asked, page: number | null): number {
    const [node] = nodes;
    const field =
      node && (isObjectType(parent) || isInterfaceType(parent))
        ? parent.getFields()[node.name.value]
        : undefined;
    const type = field && getNamedType(field.type);
    if (!node || !field || !type) return 0;
    const { first, last, ids, input } = getArgumentValues(field, node, this.variables);
    this.dependsOnVariables ||=
      node.arguments?.some(({ name, value }) => SIZES.has(name.value) && holdsVariable(value)) ??
      false;
    if (!isCompositeType(type)) return 0;
    const sets = nodes.map(({ selectionSet }) => selectionSet);
    if (!isListType(getNullableType(field.type)))
      return this.below(
        sets,
        type,
        isConnection(type) ? pageSize(first ?? last) : longestList(input),
      );
    const items = Array.isArray(ids)
      ? ids.length
      : (LONG_LISTS[`${parent.name}.${field.name}`] ??
        page ??
        (this.#leadsOn(sets, type) ? MAX_PAGE_SIZE : null));
    // Lists without pages are parts of one thing, such as the options of a product.
    return items === null
      ? this.below(sets, type, null)
      : items * (1 + this.below(sets, type, null));
  }

  /** Whether each part leads to something with an id, which has to be read: the values of an option to their variants. */
  #leadsOn(sets: readonly (SelectionSetNode | undefined)[], type: GraphQLNamedType): boolean {
    const fields = new Map<string, Asked>();
    for (const set of sets) this.#collect(set, type, fields);
    return (
      isObjectType(type) &&
      [...fields.values()].some(({ nodes: [node] }) => {
        const to = node && getNamedType(type.getFields()[node.name.value]?.type);
        return isObjectType(to) && to.getInterfaces().some(({ name }) => name === "Node");
      })
    );
  }

  #isIncluded(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    this.dependsOnVariables ||=
      node.directives?.some((directive) =>
        directive.arguments?.some(({ value }) => holdsVariable(value)),
      ) ?? false;
    return (
      getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.["if"] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.["if"] !== false
    );
  }
}

/** The arguments that say how long a list is. */
const SIZES: ReadonlySet<string> = new Set(["first", "last", "ids", "input"]);

const holdsVariable = (value: ValueNode): boolean =>
  value.kind === Kind.VARIABLE ||
  (value.kind === Kind.LIST && value.values.some(holdsVariable)) ||
  (value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value)));

const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "pageInfo" in type.getFields();

/** A mutation of many things answers once for each of them. */
const longestList = (input: unknown): number | null => {
  const lists =
    typeof input === "object" && input !== null ? Object.values(input).filter(Array.isArray) : [];
  return lists.length === 0 ? null : Math.max(...lists.map(({ length }) => length));
};

/** Lists without pages that hold many things of no id, with how many they hold at most. */
const LONG_LISTS: Readonly<Record<string, number>> = {
  "ProductSearchConnection.facets": 27,
  "Facet.values": 100,
};

const pageSize = (asked: unknown): number =>
  typeof asked === "number" ? Math.min(Math.max(asked, 0), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
