/* global YogaGraphiQL */
// Starts the playground of one page with what the build wrote into it. Runs in the browser.
(() => {
  const page = JSON.parse(document.getElementById("page").textContent);
  const PLACEHOLDER = "<admin key>";

  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => page.workers[label] ?? page.workers.editorWorkerService,
  };

  // The pages of shop and admin live on one origin; each keeps its tabs apart from the other's.
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

  // Right after a change of tabs the editor still names the operation of the tab before.
  const named = ({ operationName, ...body }) =>
    operationName && new RegExp(`\\b${operationName}\\b`).test(body.query)
      ? { ...body, operationName }
      : body;

  // A key that was entered in one tab holds in the others too, until the page is closed.
  let authorization = null;
  const fetcher = async (body, { headers = {} } = {}) => {
    const name = Object.keys(headers).find((key) => key.toLowerCase() === "authorization");
    const isEntered = name !== undefined && !headers[name].includes(PLACEHOLDER);
    const sent =
      isEntered || authorization === null
        ? headers
        : { ...headers, [name ?? "Authorization"]: authorization };
    const { ok, answer } = await ask(named(body), sent);
    if (ok && isEntered && headers[name] !== authorization) {
      authorization = headers[name];
      // Only now can the page learn what may be asked.
      setTimeout(() => document.querySelector('[aria-label^="Re-fetch GraphQL schema"]')?.click());
    }
    return answer;
  };

  // Ids are made when the demo is loaded, so examples that need one ask for it first: at the shop, which asks for no key.
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
    // On a Saturday the next one: a price is planned for a time to come.
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
