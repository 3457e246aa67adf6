import { curlSnippet, fetchSnippet } from "./snippets.js";

const MARKET = "market";
const LOCALE = "locale";

/**
 * The bar above the editor: market and language of the requests, and the request as a program.
 * @param ask sends a query to the shop API
 * @param storage keeps what is chosen
 * @param current the request of the open tab
 */
export const contextBar = async ({ element, ask, storage, current }) => {
  const [market, locale] = [select("Market"), select("Language")];
  const status = node("output", { className: "plinth-status" });
  element.append(
    labelled("Market", market),
    labelled("Language", locale),
    copyButton("Copy as fetch", async () => fetchSnippet(await current()), status),
    copyButton("Copy as curl", async () => curlSnippet(await current()), status),
    status,
  );
  const markets = await marketsOf(ask);
  const chosen = () => markets.find(({ key }) => key === market.value) ?? markets[0];
  const fillLocales = (wanted) =>
    fill(
      locale,
      [
        ["", `${chosen()?.defaultLocale ?? ""} (default)`],
        ...(chosen()?.locales ?? []).map((tag) => [tag, nameOf(tag)]),
      ],
      wanted,
    );
  fill(
    market,
    [
      ["", `${markets[0]?.name ?? "The shop"} (default)`],
      ...markets.map(({ key, name, currency }) => [key, `${name} · ${currency}`]),
    ],
    storage.getItem(MARKET),
  );
  fillLocales(storage.getItem(LOCALE));
  market.addEventListener("change", () => {
    storage.setItem(MARKET, market.value);
    fillLocales(locale.value);
    storage.setItem(LOCALE, locale.value);
  });
  locale.addEventListener("change", () => storage.setItem(LOCALE, locale.value));
};

/** The headers for what is chosen in the bar. Those that a tab has itself count more. */
export const contextHeaders = (storage, own = {}) => {
  const names = Object.keys(own).map((name) => name.toLowerCase());
  return Object.fromEntries(
    [
      ["Plinth-Market", storage.getItem(MARKET)],
      ["Plinth-Locale", storage.getItem(LOCALE)],
    ].filter(([name, value]) => value && !names.includes(name.toLowerCase())),
  );
};

const marketsOf = async (ask) => {
  try {
    const { data } = await ask("{ markets { key name currency locales defaultLocale } }");
    return data?.markets ?? [];
  } catch {
    return [];
  }
};

/** Fills a select. A wanted value that is no more there is not chosen. */
const fill = (target, options, wanted) => {
  target.replaceChildren(
    ...options.map(([value, text]) => node("option", { value, textContent: text })),
  );
  target.value = options.some(([value]) => value === wanted) ? wanted : "";
};

const nameOf = (tag) => {
  try {
    const name = new Intl.DisplayNames(["en"], { type: "language" }).of(tag);
    return name === tag ? tag : `${tag} · ${name}`;
  } catch {
    return tag;
  }
};

const copyButton = (text, code, status) => {
  const button = node("button", { type: "button", textContent: text });
  button.addEventListener("click", async () => {
    const done = await copied(await code());
    status.value = done ? "Copied" : "The browser does not allow it";
    setTimeout(() => (status.value = ""), 2_000);
  });
  return button;
};

const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages that are not served by HTTPS or from this computer have no clipboard of their own.
    const area = node("textarea", { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};

const select = (label) => node("select", { name: label.toLowerCase(), disabled: false });
const labelled = (text, control) => {
  const label = node("label", { textContent: text });
  label.append(control);
  return label;
};
const node = (tag, properties) => Object.assign(document.createElement(tag), properties);
