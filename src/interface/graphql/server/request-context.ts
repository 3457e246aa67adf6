import type { Fingerprints } from "../../../application/shared/fingerprints.js";
import { RequestLife } from "../../../application/shared/request-life.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { App } from "../../app.js";
import type { ErrorCodes } from "../errors/codes/error-code.js";
import type { AnswerFacts } from "../execution/answer-facts.js";
import { Batcher } from "../execution/batcher.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { Charge } from "../execution/charge.js";
import type { Api } from "../schema/api.js";
import { idempotencyKeyProblem } from "../mutation/idempotency-key-problem.js";

export const requestContext =
  ({ api, app, errorCodes, fingerprints, publicUrl, mostVisibleStock = Infinity }: Needs) =>
  async ({
    viewer: caller,
    requestId,
    life = new RequestLife(),
    client,
    charge,
    answer = { isPublic: false, cached: null },
    ...headers
  }: RequestFacts): Promise<GraphqlContext> => {
    const { market = null, locale = null, idempotencyKey = null } = headers;
    // The answer reports the refusal: a context that fails would have an answer of another form.
    const choice = life.until(app.pricing.chooseMarket({ market, locale }, caller));
    const [chosen, refusal] = await choice.then(
      (found) => [found, null] as const,
      (error: unknown) => [null, asError(error)] as const,
    );
    return {
      viewer: chosen ? { ...caller, shoppingContext: chosen.shoppingContext } : caller,
      requestId,
      life,
      market: chosen?.market ?? null,
      locale: chosen?.locale ?? "en",
      shoppingContext: chosen?.shoppingContext ?? null,
      publicUrl: publicUrl.replace(/\/+$/, ""),
      // Staff see what there is.
      mostVisibleStock: api === "shop" ? mostVisibleStock : Infinity,
      api,
      app,
      batch: new Batcher(life),
      idempotencyKey,
      fingerprints,
      replayed: [],
      errorCodes,
      client,
      cost: { points: 0 },
      answer,
      charge,
      refusal: refusal ?? idempotencyKeyProblem(idempotencyKey),
    };
  };

/** What is known of a request before its document is read. */
export interface RequestFacts {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The header `Plinth-Market`. */
  readonly market: string | undefined;
  /** The header `Plinth-Locale`. */
  readonly locale: string | undefined;
  /** The header `Idempotency-Key`. */
  readonly idempotencyKey?: string | undefined;
  /** Without an end when left out. */
  readonly life?: RequestLife;
  /** The address or the key id of the client. */
  readonly client?: string | undefined;
  /** Told what becomes known of the answer. */
  readonly answer?: AnswerFacts | undefined;
  /** Takes the cost of the request from what its client has left. */
  readonly charge?: Charge | undefined;
}

interface Needs {
  readonly app: App;
  readonly api: Api;
  readonly errorCodes: ErrorCodes;
  readonly publicUrl: string;
  readonly mostVisibleStock?: number;
  readonly fingerprints: Fingerprints;
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
