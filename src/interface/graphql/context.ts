import type { ShownCatalog } from "../../application/catalog/show-catalog.js";
import type { Viewer } from "../../application/shared/viewer.js";
import type { DomainError } from "../../domain/shared/domain-error.js";
import { catalogLoaders, type CatalogLoaders } from "./catalog/catalog-loaders.js";
import { DEFAULT_MARKET, UnknownLocale, UnknownMarket } from "./market.js";

/** What every resolver is handed: who asks, in which market and language, and the ways to answer. New for each request. */
export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly market: string;
  readonly locale: string;
  readonly currency: string;
  /** Where images below `/media/` are served from, without a slash at the end. */
  readonly publicUrl: string;
  readonly catalog: ShownCatalog;
  readonly loaders: { readonly catalog: CatalogLoaders };
  /** Why the request cannot be answered at all, such as an unknown market. */
  readonly refusal: DomainError | null;
}

/** What is known of a request before its document is looked at. */
export interface AskedBy {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The header `Plinth-Market`. */
  readonly market: string | undefined;
  /** The header `Plinth-Locale`. */
  readonly locale: string | undefined;
}

interface Edition {
  readonly catalog: ShownCatalog;
  readonly currency: string;
  readonly locale: string;
  readonly publicUrl: string;
}

export const contextOf =
  ({ catalog, currency, locale, publicUrl }: Edition) =>
  ({ viewer, requestId, ...asked }: AskedBy): GraphqlContext => ({
    viewer,
    requestId,
    market: DEFAULT_MARKET,
    locale,
    currency,
    publicUrl: publicUrl.replace(/\/+$/, ""),
    catalog,
    loaders: { catalog: catalogLoaders(catalog, viewer) },
    refusal: refusalOf(asked.market ?? DEFAULT_MARKET, asked.locale ?? locale, locale),
  });

// Until markets are managed there is one of them, in one language.
const refusalOf = (market: string, locale: string, spoken: string): DomainError | null => {
  if (market !== DEFAULT_MARKET) return new UnknownMarket(market);
  if (locale.toLowerCase() !== spoken.toLowerCase()) return new UnknownLocale(locale);
  return null;
};
