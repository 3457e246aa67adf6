import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import type { CachedAnswer } from "./cached-answer.js";
import { CACHE_TAGS, type CacheTags, type ListTag } from "./cache-tags.js";

/** The lists whose answers change when something is added to them, by their types. */
const LISTS: Readonly<Record<string, ListTag>> = {
  ProductConnection: CACHE_TAGS.products,
  ProductSearchConnection: CACHE_TAGS.products,
  CollectionConnection: CACHE_TAGS.collections,
  Facet: CACHE_TAGS.collections,
  Market: CACHE_TAGS.markets,
  Shop: CACHE_TAGS.markets,
};

interface Context {
  readonly answer: { readonly cached: CachedAnswer | null };
}

interface Noted {
  readonly id?: unknown;
  readonly productId?: unknown;
  readonly collections?: readonly string[];
  readonly __typename?: unknown;
}

type Note = (tags: CacheTags, value: unknown) => void;

/** An unknown id has the tag of all of its kind. */
const noteProduct: Note = (tags, value) => {
  const { id } = value as Noted;
  if (typeof id === "string") tags.addProduct(id);
  else tags.addList(CACHE_TAGS.products);
};
const noteCollection: Note = (tags, value) => {
  const { id } = value as Noted;
  if (typeof id === "string") tags.addCollection(id);
  else tags.addList(CACHE_TAGS.collections);
};
/** A variant that is found alone; others are below their products, whose tags stand for them. */
const noteVariant: Note = (tags, value) => {
  const { productId } = value as Noted;
  if (typeof productId === "string") tags.addProduct(productId);
  else tags.addList(CACHE_TAGS.products);
};
/** The collections that a search looks in. */
const noteSearch: Note = (tags, value) => {
  const { collections = [] } = value as Noted;
  for (const id of collections) tags.addCollection(id);
  // Others may come to be below.
  if (collections.length > 1) tags.addList(CACHE_TAGS.collections);
};
const OF_TYPES: Readonly<Record<string, Note>> = {
  Product: noteProduct,
  Collection: noteCollection,
  ProductSearchConnection: noteSearch,
};
const noteNode: Note = (tags, value) => {
  const { __typename: name } = value as Noted;
  if (name === "Variant") noteVariant(tags, value);
  // An image may be that of any product.
  else if (name === "Media") tags.addList(CACHE_TAGS.products);
  else if (name === "Market") tags.addList(CACHE_TAGS.markets);
  else OF_TYPES[String(name)]?.(tags, value);
};

/**
 * Makes the fields of a schema note the products and collections of answers that caches may keep: an
 * answer is noted by the types of its fields, so no resolver has to know of it.
 */
export const noteTags = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const isQuery = type === schema.getQueryType();
      const note = noteOf(named, type.name);
      const list = LISTS[named.name] ?? (isQuery && note ? listOf(named.name) : undefined);
      const isList = LISTS[named.name] !== undefined;
      if (note || list) field.resolve = noting(field.resolve, note, list, isQuery && !isList);
    }
  }
};

/** Only of queries that find one thing: the tag of what was not found. */
const listOf = (name: string): ListTag =>
  name === "Collection" ? CACHE_TAGS.collections : CACHE_TAGS.products;

const noteOf = (named: GraphQLNamedType, parent: string): Note | null => {
  if (named.name === "Node") return noteNode;
  // The nodes of edges are noted with their list.
  if (parent.endsWith("Edge")) return null;
  if (isObjectType(named) && named.name.endsWith("Edge")) {
    const node = named.getFields()["node"];
    const ofNode = node && OF_TYPES[getNamedType(node.type).name];
    return ofNode ? (tags, edge) => ofNode(tags, (edge as { readonly node: unknown }).node) : null;
  }
  return OF_TYPES[named.name] ?? null;
};

const noting = (
  resolve: GraphQLFieldResolver<unknown, unknown> = defaultFieldResolver,
  note: Note | null,
  list: ListTag | undefined,
  isOfOne: boolean,
): GraphQLFieldResolver<unknown, unknown> => {
  const isFound = note !== null && isOfOne;
  const noteAll = (tags: CacheTags, value: unknown): void => {
    if (list !== undefined && !isFound) tags.addList(list);
    if (Array.isArray(value)) for (const one of value as readonly unknown[]) noteAll(tags, one);
    else if (value === null || value === undefined) {
      if (isFound && list !== undefined) tags.addList(list);
      else if (note === noteSearch) tags.addList(CACHE_TAGS.collections);
    } else if (!(value instanceof Error)) note?.(tags, value);
  };
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    const tags = (context as Context).answer.cached?.tags;
    if (!tags) return value;
    if (!(value instanceof Promise)) {
      noteAll(tags, value);
      return value;
    }
    return value.then((found: unknown) => {
      noteAll(tags, found);
      return found;
    });
  };
};
