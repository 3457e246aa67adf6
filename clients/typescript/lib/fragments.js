/**
 * Puts behind a document the fragments that it spreads, and those that they spread, each of them once.
 * @throws Error when it spreads one that is neither in the document nor among the fragments
 */
export const withFragmentsOf = (fragments) => (document) => {
  const there = new Set(
    [...document.matchAll(/\bfragment\s+(\w+)\s+on\b/g)].map(([, name]) => name),
  );
  let text = document;
  for (let [missing] = spreadOf(text, there); missing; [missing] = spreadOf(text, there)) {
    if (!Object.hasOwn(fragments, missing))
      throw new Error(
        `There is no fragment ${missing}: there are ${Object.keys(fragments).join(", ")}.`,
      );
    there.add(missing);
    text = `${text.trimEnd()}\n\n${fragments[missing]}`;
  }
  return text;
};

const spreadOf = (text, there) =>
  [...text.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => !there.has(name));
