/**
 * Whether the body of a request can only read: all its documents have queries and no mutations. A
 * body that is not understood counts as one that writes.
 */
export const onlyReads = (body) => {
  if (typeof body !== "string") return false;
  try {
    const requests = [JSON.parse(body)].flat();
    return requests.length > 0 && requests.every(({ query }) => isQuery(query));
  } catch {
    return false;
  }
};

const isQuery = (text) =>
  typeof text === "string" && text.trim() !== "" && !topLevelWords(text).includes("mutation");

const IGNORED = /#[^\n\r]*|"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n])*"/g;

/** The words of a document outside of all brackets: its keywords, and the names of its operations. */
const topLevelWords = (text) => {
  let depth = 0;
  const words = [];
  for (const [token] of text.replace(IGNORED, " ").matchAll(/[{}()]|\w+/g))
    if (token === "{" || token === "(") depth += 1;
    else if (token === "}" || token === ")") depth -= 1;
    else if (depth === 0) words.push(token);
  return words;
};
