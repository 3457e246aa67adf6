// Starts the playground of a page with the data that the build wrote into it. Runs in the browser.
import { contextBar, contextHeaders } from "./context-headers.js";
import { exampleValues } from "./example-values.js";
import { isEntered, nameOfAuthorization, pageStorage } from "./storage.js";

const page = JSON.parse(document.getElementById("page").textContent);
const storage = pageStorage(page.name);

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => page.workers[label] ?? page.workers.editorWorkerService,
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
const askShop = async (query) => (await ask({ query }, {}, "/graphql")).answer;

// Right after a change of tabs the editor still sends the operation name of the previous tab.
const withMatchingName = ({ operationName, ...body }) =>
  operationName && new RegExp(`\\b${operationName}\\b`).test(body.query)
    ? { ...body, operationName }
    : body;

// A key that is entered in one tab is used in all tabs until the browser is closed.
const KEY = `plinth:${page.name}:authorization`;
const withKey = (headers) => {
  const name = nameOfAuthorization(headers);
  const key = sessionStorage.getItem(KEY);
  return key === null || (name !== undefined && isEntered(headers[name]))
    ? headers
    : { ...headers, [name ?? "Authorization"]: key };
};
const sentHeaders = (headers) => ({ ...contextHeaders(storage, headers), ...withKey(headers) });

const fetcher = async (body, { headers = {} } = {}) => {
  const { ok, answer } = await ask(withMatchingName(body), sentHeaders(headers));
  const entered = headers[nameOfAuthorization(headers)];
  if (ok && isEntered(entered) && entered !== sessionStorage.getItem(KEY)) {
    sessionStorage.setItem(KEY, entered);
    // The schema can be read only with the key.
    setTimeout(() => document.querySelector('[aria-label^="Re-fetch GraphQL schema"]')?.click());
  }
  return answer;
};

// The editor stores the tabs after a moment.
const STORED_AFTER_MS = 600;
const parsed = (text) => {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return {};
  }
};
const activeTab = () => {
  const { tabs, activeTabIndex } = parsed(storage.getItem("graphiql:tabState"));
  return tabs?.[activeTabIndex];
};
const current = async () => {
  await new Promise((done) => setTimeout(done, STORED_AFTER_MS));
  const { query, variables, headers, operationName } = activeTab() ?? {};
  return {
    url: new URL(page.endpoint, location.href).href,
    query: query ?? "",
    variables: parsed(variables),
    operationName,
    headers: sentHeaders(parsed(headers)),
  };
};

// The editor opens the stored tab that has the stored texts, or else an empty one; it stores them only when they are edited.
const openActiveTab = () => {
  const tab = activeTab();
  if (!tab) return;
  for (const name of ["query", "variables", "headers"])
    if (tab[name]) storage.setItem(`graphiql:${name}`, tab[name]);
    else storage.removeItem(`graphiql:${name}`);
};

const start = async () => {
  openActiveTab();
  const values = await exampleValues(page.tabs, askShop);
  const tabs = page.tabs.map((tab) => ({
    ...tab,
    ...(tab.variables && {
      variables: tab.variables.replaceAll(/{{(\w+)}}/g, (_, name) => values[name] ?? ""),
    }),
  }));
  self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
    title: page.title,
    logo: page.logo,
    defaultTabs: tabs,
    ...(page.headers && { headers: storage.getItem("graphiql:headers") || page.headers }),
    defaultEditorToolsVisibility: page.opens,
    shouldPersistHeaders: true,
    schemaDescription: true,
    onEditQuery: () => {},
    storage,
    fetcher,
  });
};
void start();
void contextBar({ element: document.getElementById("bar"), ask: askShop, storage, current });
