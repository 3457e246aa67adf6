interface BannerFacts {
  readonly version: string;
  readonly url: string;
  readonly store: string;
  /** The key of the admin API, on the start that created it. */
  readonly issuedKey: string | null;
  /** Whether the operator has set a key of their own. */
  readonly ownKey: boolean;
  /** Whether a sandbox gateway takes payments. */
  readonly hasSandbox: boolean;
  /** Whether the example storefront is served. */
  readonly hasStorefront: boolean;
}

/** What a person needs to know about a server that has started. */
export const banner = ({
  version,
  url,
  store,
  issuedKey,
  ownKey,
  hasSandbox,
  hasStorefront,
}: BannerFacts): string => {
  const key = ownKey
    ? "the one in PLINTH_ADMIN_KEY"
    : (issuedKey ?? "the one that the first start made (PLINTH_ADMIN_KEY sets another)");
  const rows: readonly (readonly [string, string])[] = [
    ...(hasStorefront ? [["Shop", `${url}/shop/`] as const] : []),
    ["Playground", `${url}/playground`],
    ["", `${url}/admin/playground`],
    ...(hasSandbox ? [["Payments", `${url}/playground/sandbox`] as const] : []),
    ["Shop API", `${url}/graphql`],
    ["Admin API", `${url}/admin/graphql`],
    ["Admin key", key],
    ...(issuedKey === null ? [] : [["", "Keep it: it is shown this once only."] as const]),
    ["Health", `${url}/health/ready`],
    ["Store", store],
    ["Stop", "Ctrl-C"],
  ];
  return `\n  Plinth ${version} is ready.\n\n${rows.map(([name, value]) => `  ${name.padEnd(12)}${value}\n`).join("")}\n`;
};

/** Says where a new key is, where outputs are collected and must not have it. */
export const keyFileNote = (file: string): string =>
  `The key of the admin API is in ${file}, which only this user may read. Keep it elsewhere, and delete the file.\n`;
