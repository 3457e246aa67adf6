import type { Environment, VariableReader } from "../config/variable-reader.js";

export interface StorefrontConfig {
  /** What npm and the storefront may know of the environment of the server, which holds secrets. */
  readonly environment: Environment;
}

const PASSED =
  /^(PATH|HOME|USERPROFILE|APPDATA|SYSTEMROOT|TMPDIR|TEMP|TMP|LANG|LC_ALL|TZ|SHOP_ORIGIN|NODE_EXTRA_CA_CERTS|(HTTPS?|NO)_PROXY|npm_config_(registry|cache|userconfig|globalconfig))$/i;

/** Null in production, and where the example storefront is switched off. */
export const readStorefrontConfig = (
  read: VariableReader,
  mode: "development" | "production",
  environment: Environment,
): StorefrontConfig | null => {
  const isOn = read.flag("PLINTH_STOREFRONT", mode === "development");
  if (isOn && mode === "production")
    read.problem(
      "PLINTH_STOREFRONT",
      'is "on" in production, where Plinth installs and builds nothing',
      "remove it, and run the storefront by itself (examples/storefront/README.md)",
    );
  const passed = Object.entries(environment).filter(([name]) => PASSED.test(name));
  return isOn ? { environment: Object.fromEntries(passed) } : null;
};
