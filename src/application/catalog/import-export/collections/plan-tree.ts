import {
  MAX_CHILDREN,
  MAX_COLLECTION_LEVELS,
} from "../../../../domain/catalog/collections/check-nesting.js";
import {
  CollectionCycle,
  CollectionTooDeep,
} from "../../../../domain/catalog/collections/errors.js";
import type { CollectionId } from "../../../../domain/catalog/ids.js";
import type { DomainError } from "../../../../domain/shared/domain-error.js";
import { movesToOrder } from "../../../../domain/shared/moves-to-order.js";
import { positionedAmong } from "../../../../domain/shared/positioned-among.js";
import { TooMany } from "../../../../domain/shared/too-many.js";
import type { StoredTree } from "./stored-tree.js";

/** The place in the tree that a file gives to a collection. What is undefined stays. */
export interface PositionRequest {
  readonly id: CollectionId;
  readonly parent: CollectionId | null | undefined;
  /** Among its siblings, from 1. */
  readonly position: number | undefined;
}

export interface TreePlan {
  /** The new parents, those nearer to the root first. Each becomes the last child. */
  readonly parents: readonly {
    readonly id: CollectionId;
    readonly parent: CollectionId | null;
  }[];
  /** Afterwards, one after the other: the positions among the siblings, from 0. */
  readonly moves: readonly {
    readonly id: CollectionId;
    readonly parent: CollectionId | null;
    readonly to: number;
  }[];
  /** The parents that the rules of the tree do not allow. */
  readonly refused: ReadonlyMap<CollectionId, DomainError>;
}

type Parents = ReadonlyMap<CollectionId, CollectionId | null>;

/**
 * Decides about the positions of all collections of a file together, so that their order in it does not
 * matter: a collection may change places with its parent.
 */
export const planTree = (
  { parents: stored, children }: Pick<StoredTree, "parents" | "children">,
  requests: readonly PositionRequest[],
): TreePlan => {
  const newParents = new Map(
    requests.flatMap(({ id, parent }) =>
      parent === undefined || parent === (stored.get(id) ?? null) ? [] : [[id, parent] as const],
    ),
  );
  const refused = new Map<CollectionId, DomainError>();
  let parents: Parents = new Map([...stored, ...newParents]);
  for (let found = problemsOf(parents, newParents); found.size > 0;) {
    for (const [id, problem] of found) {
      refused.set(id, problem);
      newParents.delete(id);
    }
    parents = new Map([...stored, ...newParents]);
    found = problemsOf(parents, newParents);
  }
  const levels = [...newParents].map(([id, parent]) => ({
    id,
    parent,
    level: pathTo(parents, id).length,
  }));
  return {
    parents: levels.toSorted((a, b) => a.level - b.level).map(({ id, parent }) => ({ id, parent })),
    moves: movesOf(parents, children, newParents, requests),
    refused,
  };
};

/** The collection and its ancestors; it is in it twice when it is its own ancestor. */
const pathTo = (parents: Parents, id: CollectionId): readonly CollectionId[] => {
  const path: CollectionId[] = [];
  const seen = new Set<CollectionId>();
  for (let next: CollectionId | null = id; next !== null; next = parents.get(next) ?? null) {
    path.push(next);
    if (seen.size === seen.add(next).size) break;
  }
  return path;
};

const problemsOf = (
  parents: Parents,
  newParents: Parents,
): ReadonlyMap<CollectionId, DomainError> => {
  const problems = new Map<CollectionId, DomainError>();
  for (const id of newParents.keys())
    if (pathTo(parents, id).lastIndexOf(id) > 0) problems.set(id, new CollectionCycle(id));
  if (problems.size > 0) return problems;
  for (const id of parents.keys()) {
    const path = pathTo(parents, id);
    if (path.length <= MAX_COLLECTION_LEVELS) continue;
    const cause = path.find((one) => newParents.has(one));
    if (cause) problems.set(cause, new CollectionTooDeep(path.length, MAX_COLLECTION_LEVELS));
  }
  const counts = new Map<CollectionId, number>();
  for (const [id, parent] of parents)
    if (parent !== null && !newParents.has(id)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  for (const [id, parent] of newParents) {
    if (parent === null) continue;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    if (count > MAX_CHILDREN)
      problems.set(id, new TooMany("collections with the same parent", count, MAX_CHILDREN));
  }
  return problems;
};

const movesOf = (
  parents: Parents,
  children: StoredTree["children"],
  newParents: Parents,
  requests: readonly PositionRequest[],
): TreePlan["moves"] => {
  const parentOf = (id: CollectionId) => parents.get(id) ?? null;
  const arrivals = byParent([...newParents.keys()], parentOf);
  const positions = new Map(
    requests.flatMap(({ id, position }) =>
      position === undefined ? [] : [[id, position] as const],
    ),
  );
  return [...byParent([...positions.keys()], parentOf)].flatMap(([parent, own]) => {
    const positionOf = (id: CollectionId): number => positions.get(id) ?? 0;
    const current = [
      ...(children.get(parent) ?? []).filter((id) => !newParents.has(id)),
      ...(arrivals.get(parent) ?? []),
    ];
    const target = positionedAmong(
      own.toSorted((a, b) => positionOf(a) - positionOf(b)),
      current.filter((id) => !positions.has(id)),
      positionOf,
    );
    return movesToOrder(current, target).map(({ item, to }) => ({ id: item, parent, to }));
  });
};

const byParent = (
  ids: readonly CollectionId[],
  parentOf: (id: CollectionId) => CollectionId | null,
): ReadonlyMap<CollectionId | null, readonly CollectionId[]> => {
  const groups = new Map<CollectionId | null, CollectionId[]>();
  for (const id of ids) {
    const group = groups.get(parentOf(id)) ?? [];
    group.push(id);
    groups.set(parentOf(id), group);
  }
  return groups;
};
