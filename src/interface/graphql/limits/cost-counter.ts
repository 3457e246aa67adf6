import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
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
import { costOf } from "../schema/cost.js";

/** What a request costs at most, counted before anything is read. */
export interface QueryCost {
  /** A whole number, at least 1. */
  readonly points: number;
  /** The largest number of aliases of one field of the items of a list. */
  readonly aliasesOfField: number;
}

interface RequestedField {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
}

/** Where a selection is. */
interface Position {
  /** How many items the lists of a connection or of a payload have; null elsewhere. */
  readonly page: number | null;
  readonly isBelowList: boolean;
}

/** A mutation locks, writes and announces, whatever it answers. */
const MUTATION_POINTS = 10;
/** A page of each item of a list is cut, counted off and presented by itself. */
const PAGE_POINTS = 4;
/** For each object in a list of its input, such as an item of a bulk mutation. */
const INPUT_POINTS = 2;

/** Counts the cost of one operation. */
export class CostCounter {
  /** The variables that sizes or conditions depend on: other values could give another cost. */
  readonly decidingVariables = new Set<string>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #aliasesOfField = 0;

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

  cost({ selectionSet }: OperationDefinitionNode, root: GraphQLObjectType): QueryCost {
    const points = this.#selected([selectionSet], root, { page: null, isBelowList: false });
    return { points: Math.max(1, Math.ceil(points)), aliasesOfField: this.#aliasesOfField };
  }

  #selected(
    sets: readonly (SelectionSetNode | undefined)[],
    type: GraphQLNamedType,
    position: Position,
  ): number {
    const fields = new Map<string, RequestedField>();
    for (const set of sets) this.#collect(set, type, fields);
    let points = this.#furtherAliases(fields, position);
    for (const field of fields.values()) points += this.#points(field, position);
    return points;
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
        fields.set(key, { type, nodes: known ? [...known.nodes, selection] : [selection] });
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

  /** How many fields are selected again under another alias: each of them costs a point. */
  #furtherAliases(fields: ReadonlyMap<string, RequestedField>, { isBelowList }: Position): number {
    const counts = new Map<string, number>();
    for (const { type, nodes } of fields.values()) {
      const name = `${type.name} ${nodes[0]?.name.value}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    if (isBelowList) this.#aliasesOfField = Math.max(this.#aliasesOfField, ...counts.values());
    return fields.size - counts.size;
  }

  #points({ type: parent, nodes }: RequestedField, { page, isBelowList }: Position): number {
    const [node] = nodes;
    const field =
      node && (isObjectType(parent) || isInterfaceType(parent))
        ? parent.getFields()[node.name.value]
        : undefined;
    const type = field && getNamedType(field.type);
    if (!node || !field || !type) return 0;
    const { first, last, ids, input } = this.#argumentsOf(field, node);
    const { own = 0, items, each = 1 } = costOf(field);
    const points =
      parent === this.schema.getMutationType() ? own + MUTATION_POINTS + inputPoints(input) : own;
    if (!isCompositeType(type)) return points;
    const sets = nodes.map(({ selectionSet }) => selectionSet);
    if (isListType(getNullableType(field.type))) {
      const length = Array.isArray(ids) ? ids.length : (items ?? page ?? MAX_PAGE_SIZE);
      const item = this.#selected(sets, type, { page: null, isBelowList: true });
      return points + length * (each + item);
    }
    const isPage = isConnection(type);
    const size = isPage ? pageSize(first ?? last) : longestList(input);
    const below = this.#selected(sets, type, { page: size, isBelowList });
    const itself = isPage && isBelowList ? PAGE_POINTS : isRead(type) && !isEdge(parent) ? 1 : 0;
    return points + itself + below;
  }

  #argumentsOf(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): Readonly<Record<string, unknown>> {
    for (const { name, value } of node.arguments ?? [])
      if (SIZES.has(name.value)) this.#noteVariables(value);
    return field.args.length === 0 ? {} : getArgumentValues(field, node, this.variables);
  }

  #isIncluded(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    if (!node.directives?.length) return true;
    for (const directive of node.directives)
      for (const { value } of directive.arguments ?? []) this.#noteVariables(value);
    return (
      getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.["if"] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.["if"] !== false
    );
  }

  #noteVariables(value: ValueNode): void {
    if (value.kind === Kind.VARIABLE) this.decidingVariables.add(value.name.value);
    else if (value.kind === Kind.LIST) for (const one of value.values) this.#noteVariables(one);
    else if (value.kind === Kind.OBJECT)
      for (const one of value.fields) this.#noteVariables(one.value);
  }
}

/** The arguments that decide the length of a list. */
const SIZES: ReadonlySet<string> = new Set(["first", "last", "ids", "input"]);

const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "pageInfo" in type.getFields();

/** An edge counts together with its node. */
const isEdge = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "cursor" in type.getFields();

/** Whether an object has an id, so that it is read by itself and is not a part of another one. */
const isRead = (type: GraphQLNamedType): boolean =>
  type.name === "Node" ||
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"));

/** A bulk mutation has one result for each item. */
const longestList = (input: unknown): number | null => {
  const lists =
    typeof input === "object" && input !== null ? Object.values(input).filter(Array.isArray) : [];
  return lists.length === 0 ? null : Math.max(...lists.map(({ length }) => length));
};

const inputPoints = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  if (!Array.isArray(value))
    return Object.values(value).reduce((sum: number, one) => sum + inputPoints(one), 0);
  let points = 0;
  for (const one of value)
    if (typeof one === "object" && one !== null) points += INPUT_POINTS + inputPoints(one);
  return points;
};

const pageSize = (requested: unknown): number =>
  typeof requested === "number"
    ? Math.min(Math.max(requested, 0), MAX_PAGE_SIZE)
    : DEFAULT_PAGE_SIZE;
