import { GivenTwice } from "./errors.js";

/**
 * Things in a new order: those that are named come first, in the order of their names, all others keep theirs behind them.
 * @param unknown what is thrown for a name that nothing has, with its place in the list
 * @throws GivenTwice
 */
export const inOrder = <Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string, names: readonly string[], unknown: (name: string, place: string) => Error): readonly Thing[] => {
  const left = new Map(things.map((thing) => [nameOf(thing), thing]));
  const named = names.map((name, index) => {
    const thing = left.get(name);
    if (thing === undefined) throw names.indexOf(name) < index ? new GivenTwice(name, [String(index)]) : unknown(name, String(index));
    left.delete(name);
    return thing;
  });
  return [...named, ...left.values()];
};
