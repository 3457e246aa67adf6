import type { Requested } from "../execution/requested-fields.js";

const NOTHING: Requested = new Map();

/** What is requested of the items of a connection, whether through `nodes` or through `edges`. */
export const requestedNodes = (connection: Requested = NOTHING): Requested =>
  merged(connection.get("nodes") ?? NOTHING, connection.get("edges")?.get("node") ?? NOTHING);

/** Whether a page has to be read at all, or only counted. */
export const requestsPage = (connection: Requested): boolean =>
  connection.has("nodes") || connection.has("edges") || connection.has("pageInfo");

const merged = (one: Requested, other: Requested): Requested => {
  if (one.size === 0 || other.size === 0) return one.size === 0 ? other : one;
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...names].map((name) => [name, merged(one.get(name) ?? NOTHING, other.get(name) ?? NOTHING)]),
  );
};
