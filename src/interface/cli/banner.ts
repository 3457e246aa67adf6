/** What a person needs to know once the server listens. */
export interface BannerFacts {
  readonly version: string;
  readonly url: string;
  readonly store: string;
  /** The key of the admin API, on the start that made it. */
  readonly issuedKey: string | null;
  /** Whether the operator has set a key of their own. */
  readonly ownKey: boolean;
}

export const banner = ({ version, url, store, issuedKey, ownKey }: BannerFacts): string => {
  const key = ownKey
    ? "the one in PLINTH_ADMIN_KEY"
    : (issuedKey ?? "the one shown at the first start (PLINTH_ADMIN_KEY sets another)");
  const rows: readonly (readonly [string, string])[] = [
    ["Playground", `${url}/playground`],
    ["", `${url}/admin/playground`],
    ["Shop API", `${url}/graphql`],
    ["Admin API", `${url}/admin/graphql`],
    ["Admin key", key],
    ...(issuedKey === null ? [] : [["", "Keep it: it is shown this once."] as const]),
    ["Health", `${url}/health/ready`],
    ["Store", store],
    ["Stop", "Ctrl-C"],
  ];
  return `\n  Plinth ${version} is ready.\n\n${rows.map(([name, value]) => `  ${name.padEnd(12)}${value}\n`).join("")}\n`;
};

/** The one time that a key is told where no banner is shown. */
export const issuedKeyNote = (key: string): string =>
  `The key of the admin API, shown this once: ${key}\n`;
