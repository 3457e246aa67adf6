import type { ShownCatalog } from "../../application/catalog/show-catalog.js";
import type { Viewer } from "../../application/shared/viewer.js";
import type { DomainError } from "../../domain/shared/domain-error.js";
import { catalogLoaders, type CatalogLoaders } from "./catalog/catalog-loaders.js";
import { staffLoaders, type StaffLoaders } from "./catalog/staff-loaders.js";
import type { App } from "../app.js";
import { keyProblem } from "./idempotency-key.js";
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
  /** Everything that can be done. */
  readonly app: App;
  readonly loaders: { readonly catalog: CatalogLoaders; readonly staff: StaffLoaders };
  /** Lets the loaders read anew: something was changed. */
  readonly forgetWhatWasRead: () => void;
  /** The client's key for sending a mutation again; null when it gave none. */
  readonly idempotencyKey: string | null;
  /** The response keys of the mutations that had been carried out before. */
  readonly replayed: string[];
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
  /** The header `Idempotency-Key`. */
  readonly idempotencyKey?: string | undefined;
}

interface Edition {
  readonly app: App;
  readonly catalog: ShownCatalog;
  readonly currency: string;
  readonly locale: string;
  readonly publicUrl: string;
}

export const contextOf =
  ({ app, catalog, currency, locale, publicUrl }: Edition) =>
  ({ viewer, requestId, ...asked }: AskedBy): GraphqlContext => {
    const fresh = () => ({ catalog: catalogLoaders(catalog, viewer), staff: staffLoaders(app.catalog, viewer) });
    const loaders = fresh();
    const { idempotencyKey = null } = asked;
    return {
      viewer,
      requestId,
      market: DEFAULT_MARKET,
      locale,
      currency,
      publicUrl: publicUrl.replace(/\/+$/, ""),
      catalog,
      app,
      loaders,
      forgetWhatWasRead: () => void Object.assign(loaders, fresh()),
      idempotencyKey,
      replayed: [],
      refusal: refusalOf(asked.market ?? DEFAULT_MARKET, asked.locale ?? locale, locale) ?? keyProblem(idempotencyKey),
    };
  };

// Until markets are managed there is one of them, in one language.
const refusalOf = (market: string, locale: string, spoken: string): DomainError | null => {
  if (market !== DEFAULT_MARKET) return new UnknownMarket(market);
  if (locale.toLowerCase() !== spoken.toLowerCase()) return new UnknownLocale(locale);
  return null;
};
