type Step = "STARTING" | "INSTALLING" | "BUILDING";

/** Why the storefront cannot be shown: not yet, or not until it is mended. */
export type StorefrontTrouble =
  | { readonly kind: "PREPARING"; readonly step: Step }
  | { readonly kind: "FAILED"; readonly step: Step; readonly problem: string };

const PREPARING: Readonly<Record<Step, string>> = {
  STARTING: "It starts.",
  INSTALLING: "npm installs its packages. It does so once, and needs a minute or two.",
  BUILDING: "It is built, once until its sources change. That needs about half a minute.",
};
const ADVICE: Readonly<Record<Step, string>> = {
  STARTING: "Read what it says, and mend it.",
  INSTALLING:
    "Its packages come from the npm registry. Check the connection of this machine, or run <code>npm ci --prefix examples/storefront</code> and read what it says.",
  BUILDING:
    "Run <code>npm run build --prefix examples/storefront</code>, and mend what it complains of.",
};

/** The page at the place of the storefront while it cannot be shown. It looks again by itself while it is prepared. */
export const storefrontPage = (trouble: StorefrontTrouble): string =>
  trouble.kind === "PREPARING"
    ? pageOf(
        '<meta http-equiv="refresh" content="2">',
        `<h1>The shop is being prepared</h1><p role="status">${PREPARING[trouble.step]}</p><p>This page shows the shop when it is ready. The APIs and the playground work already.</p>`,
      )
    : pageOf(
        "",
        `<h1>The shop cannot be shown</h1><pre>${escaped(trouble.problem)}</pre><p>${ADVICE[trouble.step]} Then reload this page: it tries again.</p><p>The APIs and the <a href="/playground">playground</a> work without the shop. <code>PLINTH_STOREFRONT=off</code> leaves it out.</p>`,
      );

const pageOf = (head: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>The example storefront</title><style>${STYLE}</style></head><body>${content}</body></html>`;

const STYLE =
  ":root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}body{max-width:40rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;border:1px solid currentColor;border-radius:.5rem}";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
