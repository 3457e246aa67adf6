import all from "../styles/all.css?inline";

export const STYLES_ID = "styles";

/**
 * The styles of the shop, which each page carries: nothing is painted before them, and a file of their own
 * would come one round trip later. A browser reads them from its page, so that the scripts carry them once less.
 */
export const styles = (): string =>
  import.meta.env.SSR || import.meta.env.DEV
    ? all
    : (document.getElementById(STYLES_ID)?.textContent ?? "");
