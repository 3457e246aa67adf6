import type { ShownCatalog } from "../../application/catalog/show-catalog.js";
import type { MarketView } from "../../application/pricing/ports.js";
import type { Viewer } from "../../application/shared/viewer.js";
import { catalogLoaders, type CatalogLoaders } from "./catalog/catalog-loaders.js";
import { staffLoaders, type StaffLoaders } from "./catalog/staff-loaders.js";
import type { App } from "../app.js";
import { keyProblem } from "./idempotency-key.js";

/** What every resolver is handed: who asks, in which market and language, and the ways to answer. New for each request. */
export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The market of the request; null where the request named none that there is. */
  readonly market: MarketView | null;
  /** The language of the answer, as a BCP 47 tag. */
  readonly locale: string;
  /** The currency in which the market shows prices (ISO 4217). */
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
  readonly refusal: Error | null;
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
  readonly publicUrl: string;
}

export const contextOf =
  ({ app, catalog, publicUrl }: Edition) =>
  async ({ viewer: asking, requestId, ...asked }: AskedBy): Promise<GraphqlContext> => {
    const { market = null, locale = null, idempotencyKey = null } = asked;
    // Told in the answer, whose form a failing context would not have.
    const [chosen, refusal] = await app.pricing.chooseMarket({ market, locale }, asking).then(
      (found) => [found, null] as const,
      (error: unknown) => [null, asError(error)] as const,
    );
    const viewer: Viewer = chosen ? { ...asking, place: chosen.place } : asking;
    const fresh = () => ({
      catalog: catalogLoaders(catalog, viewer),
      staff: staffLoaders(app.catalog, viewer, app.pricing),
    });
    const loaders = fresh();
    return {
      viewer,
      requestId,
      market: chosen?.market ?? null,
      locale: chosen?.locale ?? "en",
      currency: chosen?.market.currency ?? "",
      publicUrl: publicUrl.replace(/\/+$/, ""),
      catalog,
      app,
      loaders,
      forgetWhatWasRead: () => void Object.assign(loaders, fresh()),
      idempotencyKey,
      replayed: [],
      refusal: refusal ?? keyProblem(idempotencyKey),
    };
  };

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
