import type { Fingerprints } from "../../../application/shared/fingerprints.js";
import type { MarketView } from "../../../application/pricing/ports/markets.js";
import type { RequestLife } from "../../../application/shared/request-life.js";
import type { ShoppingContext } from "../../../application/shared/shopping-context.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { App } from "../../app.js";
import type { ErrorCodes } from "../errors/codes/error-code.js";
import type { AnswerFacts } from "./answer-facts.js";
import type { Charge } from "./charge.js";
import type { Api } from "../schema/api.js";
import type { Batcher } from "./batcher.js";

/**
 * What every resolver gets: the caller, the market and language, and the operations. New for each
 * request.
 * @typeParam Operations those of the contexts of Plinth, when left out
 */
export interface GraphqlContext<Operations = App> {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** How long the answer is awaited. */
  readonly life: RequestLife;
  /** The market of the request; null where the request names an unknown market. */
  readonly market: MarketView | null;
  /** The language of the answer, as a BCP 47 tag. */
  readonly locale: string;
  /** With the currency of the prices of the market; null where the request names no market. */
  readonly shoppingContext: ShoppingContext | null;
  /** The address below which `/media/` serves images, without a slash at the end. */
  readonly publicUrl: string;
  /** The most units in stock that the answer tells of: Infinity for all, 0 for only whether any. */
  readonly mostVisibleStock: number;
  /** Which API the request is sent to. */
  readonly api: Api;
  /** All operations of the application. */
  readonly app: Operations;
  /** The reads of this request, forgotten after each mutation. */
  readonly batch: Batcher;
  /** The client's key for sending a mutation again; null when it gave none. */
  readonly idempotencyKey: string | null;
  readonly fingerprints: Fingerprints;
  /** The response keys of the mutations that were carried out by an earlier request. */
  readonly replayed: string[];
  /** The error codes of both APIs. */
  readonly errorCodes: ErrorCodes;
  /** The address or the key id of the client, for counters of limits. */
  readonly client?: string | undefined;
  readonly answer: AnswerFacts;
  /** What the request costs; 0 until it is counted. Statements only where they are counted. */
  readonly cost: { points: number; statements?: number };
  /** Takes the cost of the request from what the client has left; absent where nobody counts. */
  readonly charge?: Charge | undefined;
  /** Why the request cannot be answered at all, such as an unknown market. */
  readonly refusal: Error | null;
}
