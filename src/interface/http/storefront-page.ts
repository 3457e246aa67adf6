import type {
  StorefrontStep,
  StorefrontTrouble,
} from "../../application/shared/storefront-state.js";

/** The storefront runs, and has not answered in time. */
export interface StorefrontSilence {
  readonly kind: "SILENT";
}

const PREPARING: Readonly<Record<StorefrontStep, string>> = {
  STARTING: "It starts.",
  INSTALLING: "npm installs its packages. It does so once, and needs a minute or two.",
  BUILDING: "It is built, once until its sources change. That needs about half a minute.",
};
const ADVICE: Readonly<Record<StorefrontStep, string>> = {
  STARTING: "Read what it says, and mend it.",
  INSTALLING:
    "Its packages come from the npm registry. Check the connection of this machine, or run <code>npm ci --prefix examples/storefront</code> and read what it says.",
  BUILDING:
    "Run <code>npm run build --prefix examples/storefront</code>, and mend what it complains of.",
};

/** The page at the place of the storefront while it cannot be shown. It looks again by itself while it is prepared. */
export const storefrontPage = (trouble: StorefrontTrouble | StorefrontSilence): string => {
  switch (trouble.kind) {
    case "PREPARING":
      return pageOf(
        '<meta http-equiv="refresh" content="2">',
        `<h1>The shop is being prepared</h1><p role="status">${PREPARING[trouble.step]}</p><p>This page shows the shop when it is ready. The APIs and the playground work already.</p>`,
      );
    case "FAILED":
      return pageOf(
        "",
        `<h1>The shop cannot be shown</h1><pre>${escaped(trouble.problem)}</pre><p>${ADVICE[trouble.step]} Then reload this page: it tries again.</p><p>The APIs and the <a href="/playground">playground</a> work without the shop. <code>PLINTH_STOREFRONT=off</code> leaves it out.</p>`,
      );
    case "SILENT":
      return pageOf(
        "",
        "<h1>The shop does not answer</h1><p>It runs, and has not answered in time. What was sent may have been done: open the page again before you send it once more.</p>",
      );
  }
};

const pageOf = (head: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>The example storefront</title><style>${STYLE}</style></head><body>${content}</body></html>`;

const STYLE =
  ":root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}body{max-width:40rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;border:1px solid currentColor;border-radius:.5rem}";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
