/** What stands for the admin key wherever it must not be. */
export const PLACEHOLDER = "<admin key>";

/** Whether headers have a key that was entered. */
export const isEntered = (value) => typeof value === "string" && !value.includes(PLACEHOLDER);

export const nameOfAuthorization = (headers) =>
  Object.keys(headers).find((key) => key.toLowerCase() === "authorization");

/**
 * The storage of one page: those of shop and admin have one origin, so each has a prefix. Headers survive
 * a reload with the admin key, which stays in the storage of the session; what is kept for longer has a
 * placeholder in its place.
 */
export const pageStorage = (name, { local = localStorage, session = sessionStorage } = {}) => {
  const prefix = `plinth:${name}:`;
  const own = () => Object.keys(local).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key) => session.getItem(prefix + key) ?? local.getItem(prefix + key),
    setItem: (key, value) => {
      session.setItem(prefix + key, value);
      const lasting = withoutKeys(value);
      if (lasting === null) local.removeItem(prefix + key);
      else local.setItem(prefix + key, lasting);
    },
    removeItem: (key) => {
      session.removeItem(prefix + key);
      local.removeItem(prefix + key);
    },
    clear: () =>
      own().forEach((key) => {
        session.removeItem(key);
        local.removeItem(key);
      }),
    get length() {
      return own().length;
    },
  };
};

const BEARER = `Bearer ${PLACEHOLDER}`;

/**
 * A stored text without the keys in its headers.
 * @returns null where it names the header and is not understood: then it is not kept
 */
export const withoutKeys = (text) => {
  if (!/authorization/i.test(text)) return text;
  try {
    const value = JSON.parse(text);
    return JSON.stringify("tabs" in value ? withoutKeysInTabs(value) : withoutKey(value), null, 2);
  } catch {
    return null;
  }
};

const withoutKey = (headers) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name.toLowerCase() === "authorization" ? BEARER : value,
    ]),
  );

const withoutKeysInTabs = ({ tabs, ...others }) => ({
  ...others,
  tabs: tabs.map(({ hash: _hash, ...tab }) => ({
    ...tab,
    headers: tab.headers ? withoutKeys(tab.headers) : tab.headers,
  })),
});
