import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../../../application/shared/page.js";
import { variablesOf } from "../execution/variables-of.js";

/**
 * The largest number of items of connections and facets that an answer could hold, counted before
 * anything is read. Pages inside pages multiply, so a short document could otherwise request
 * millions.
 * @throws GraphQLError where variables leave an argument without a value that it needs
 */
export const maximumNodes = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const cached = counts.get(operation);
  // Counting finds a null where an argument must not be null.
  if (cached !== undefined && Object.values(variables).every((value) => value !== null))
    return cached;
  const coerced = variablesOf(schema, operation, variables);
  const root = schema.getRootType(operation.operation);
  // The executor refuses variables that do not fit.
  if (!coerced || !root) return 0;
  try {
    const counter = new NodeCounter(schema, document, coerced);
    const nodes = counter.count([operation.selectionSet], root, null);
    if (!counter.dependsOnVariables) counts.set(operation, nodes);
    return nodes;
  } catch (error) {
    // A nullable variable in a non-null position: graphql-js finds it only during execution, and
    // reports it as a bug.
    throw error instanceof GraphQLError
      ? new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          extensions: { code: "BAD_USER_INPUT" },
        })
      : error;
  }
};

/**
 * A page of 100 products with 100 variants each is 10,100 nodes; another level of pages multiplies
 * that by a hundred.
 */
export const MAX_NODES = 20_000;

// The count of an operation whose sizes do not depend on variables is the same each time.
const counts = new WeakMap<OperationDefinitionNode, number>();

interface RequestedField {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
}

class NodeCounter {
  /** Whether other variables could give another number. */
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
  count(
    sets: readonly (SelectionSetNode | undefined)[],
    type: GraphQLNamedType,
    page: number | null,
  ): number {
    const fields = new Map<string, RequestedField>();
    for (const set of sets) this.#collect(set, type, fields);
    return [...fields.values()].reduce((sum, field) => sum + this.#items(field, page), 0);
  }

  /** Fields of one name are one field of the answer, whatever fragments hold them. */
  #collect(
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType,
    fields: Map<string, RequestedField>,
  ): void {
    for (const selection of set?.selections ?? []) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
        const known = fields.get(key);
        fields.set(key, { type, nodes: [...(known?.nodes ?? []), selection] });
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

  #items({ type: parent, nodes }: RequestedField, page: number | null): number {
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
      return this.count(
        sets,
        type,
        isConnection(type) ? pageSize(first ?? last) : longestList(input),
      );
    const items = Array.isArray(ids)
      ? ids.length
      : (LONG_LISTS[`${parent.name}.${field.name}`] ??
        page ??
        (this.#leadsToNodes(sets, type) ? MAX_PAGE_SIZE : null));
    // Lists without pages are parts of one thing, such as the options of a product.
    return items === null
      ? this.count(sets, type, null)
      : items * (1 + this.count(sets, type, null));
  }

  /**
   * Whether the parts have fields of types with ids, which have to be read: values of options have
   * variants.
   */
  #leadsToNodes(sets: readonly (SelectionSetNode | undefined)[], type: GraphQLNamedType): boolean {
    const fields = new Map<string, RequestedField>();
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

/** The arguments that decide the length of a list. */
const SIZES: ReadonlySet<string> = new Set(["first", "last", "ids", "input"]);

const holdsVariable = (value: ValueNode): boolean =>
  value.kind === Kind.VARIABLE ||
  (value.kind === Kind.LIST && value.values.some(holdsVariable)) ||
  (value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value)));

const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "pageInfo" in type.getFields();

/** A bulk mutation has one result for each item. */
const longestList = (input: unknown): number | null => {
  const lists =
    typeof input === "object" && input !== null ? Object.values(input).filter(Array.isArray) : [];
  return lists.length === 0 ? null : Math.max(...lists.map(({ length }) => length));
};

/** Lists without pages whose many items have no id, with their largest length. */
const LONG_LISTS: Readonly<Record<string, number>> = {
  "ProductSearchConnection.facets": 27,
  "Facet.values": 100,
};

const pageSize = (requested: unknown): number =>
  typeof requested === "number"
    ? Math.min(Math.max(requested, 0), MAX_PAGE_SIZE)
    : DEFAULT_PAGE_SIZE;
