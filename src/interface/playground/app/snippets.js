/**
 * A request as a program: what the playground sends, without what browsers add by themselves.
 * @typedef {{ url: string, query: string, variables?: object, operationName?: string, headers: Record<string, string> }} Request
 */

const bodyOf = ({ query, variables, operationName }) => ({
  query,
  ...(variables && Object.keys(variables).length > 0 && { variables }),
  ...(operationName && { operationName }),
});

const headersOf = ({ headers }) => ({ "Content-Type": "application/json", ...headers });

/** For JavaScript, in a browser or in Node. */
export const fetchSnippet = (request) => {
  const { query, ...others } = bodyOf(request);
  const fields = [
    `    query: ${templateOf(query)},`,
    ...Object.entries(others).map(
      ([name, value]) =>
        `    ${name}: ${JSON.stringify(value, null, 2).replaceAll("\n", "\n    ")},`,
    ),
  ];
  return `const response = await fetch(${JSON.stringify(request.url)}, {
  method: "POST",
  headers: ${JSON.stringify(headersOf(request), null, 2).replaceAll("\n", "\n  ")},
  body: JSON.stringify({
${fields.join("\n")}
  }),
});
const { data, errors } = await response.json();
`;
};

/** For a shell. */
export const curlSnippet = (request) =>
  [
    `curl ${quoted(request.url)}`,
    ...Object.entries(headersOf(request)).map(
      ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
    ),
    `--data-binary ${quoted(JSON.stringify(bodyOf(request)))}`,
  ].join(" \\\n  ");

const templateOf = (text) => `\`${text.trim().replace(/[`\\]|\$\{/g, "\\$&")}\``;

// A quote ends the quoted text, stands behind a backslash, and begins the next one.
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
