/* global YogaGraphiQL */
// Starts the playground of a page with the data that the build wrote into it. Runs in the browser.
(() => {
  const page = JSON.parse(document.getElementById("page").textContent);
  const PLACEHOLDER = "<admin key>";

  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => page.workers[label] ?? page.workers.editorWorkerService,
  };

  // The pages of shop and admin have the same origin, so each has a prefix for its tabs.
  const prefix = `plinth:${page.name}:`;
  const own = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const storage = {
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => own().forEach((key) => localStorage.removeItem(key)),
    get length() {
      return own().length;
    },
  };

  const ask = async (body, headers = {}, endpoint = page.endpoint) => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json",
        ...headers,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    return { ok: response.ok, answer: await response.json() };
  };

  // Right after a change of tabs the editor still sends the operation name of the previous tab.
  const withMatchingName = ({ operationName, ...body }) =>
    operationName && new RegExp(`\\b${operationName}\\b`).test(body.query)
      ? { ...body, operationName }
      : body;

  // A key that is entered in one tab is used in all tabs until the page is closed.
  let authorization = null;
  const fetcher = async (body, { headers = {} } = {}) => {
    const name = Object.keys(headers).find((key) => key.toLowerCase() === "authorization");
    const isEntered = name !== undefined && !headers[name].includes(PLACEHOLDER);
    const sent =
      isEntered || authorization === null
        ? headers
        : { ...headers, [name ?? "Authorization"]: authorization };
    const { ok, answer } = await ask(withMatchingName(body), sent);
    if (ok && isEntered && headers[name] !== authorization) {
      authorization = headers[name];
      // The schema can be read only with the key.
      setTimeout(() => document.querySelector('[aria-label^="Re-fetch GraphQL schema"]')?.click());
    }
    return answer;
  };

  // Ids are random, so the examples first query one: from the shop API, which needs no key.
  const firstIds = async () => {
    const { answer } = await ask(
      { query: "{ products(first: 1) { nodes { id variants(first: 1) { nodes { id } } } } }" },
      {},
      "/graphql",
    );
    const product = answer.data?.products.nodes[0];
    return { productId: product?.id ?? "", variantId: product?.variants.nodes[0]?.id ?? "" };
  };

  const SATURDAY = 6;
  const weekend = () => {
    const day = new Date();
    const midnight = (days) =>
      new Date(
        Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days),
      ).toISOString();
    // On a Saturday the next one: prices can only be scheduled for the future.
    const ahead = (SATURDAY - day.getUTCDay()) % 7 || 7;
    return { saturday: midnight(ahead), monday: midnight(ahead + 2) };
  };

  const start = async () => {
    const needsIds = page.tabs.some(({ variables }) => variables?.includes("Id}}"));
    const values = { ...weekend(), ...(needsIds && (await firstIds().catch(() => ({})))) };
    const tabs = page.tabs.map((tab) => ({
      ...tab,
      ...(tab.variables && {
        variables: tab.variables.replaceAll(/{{(\w+)}}/g, (_, name) => values[name] ?? ""),
      }),
    }));
    YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
      title: page.title,
      logo: page.logo,
      defaultTabs: tabs,
      ...(page.headers && { headers: page.headers }),
      defaultEditorToolsVisibility: page.opens,
      defaultTheme: "light",
      shouldPersistHeaders: false,
      onEditQuery: () => {},
      storage,
      fetcher,
    });
  };
  void start();
})();
