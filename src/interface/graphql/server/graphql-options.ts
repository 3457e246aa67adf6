import type { Fingerprints } from "../../../application/shared/fingerprints.js";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { Limits } from "../../../application/shared/limits.js";
import type { StatementCounter } from "../../../application/shared/statement-counter.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { App } from "../../app.js";
import type { CachingOptions } from "../caching/cached-answer.js";
import type { DocumentMode } from "./trusted-documents.js";
import type { ContextApi } from "../nodes/context-api.js";

export interface GraphqlOptions {
  readonly app: App;
  /** The contexts of both APIs; those of Plinth when left out. */
  readonly apis?: readonly ContextApi[];
  /** The address of Plinth for clients, such as `http://127.0.0.1:4000`. */
  readonly publicUrl: string;
  /**
   * The most units in stock that the shop API tells buyers: all when left out, 0 for only whether
   * there are any.
   */
  readonly mostVisibleStock?: number;
  /** Of the inputs of mutations with an idempotency key. */
  readonly fingerprints: Fingerprints;
  readonly introspection: boolean;
  /** Whether errors leave out names of the schema ("Did you mean …"); on in production. */
  readonly hideSchemaHints: boolean;
  /** Counts statements, so that answers tell more of their cost; left out in production. */
  readonly statements?: StatementCounter | undefined;
  /** Which documents the shop API answers; the admin API answers any. `also` when left out. */
  readonly trustedDocuments?: DocumentMode;
  /** The defaults when left out. */
  readonly limits?: Partial<Limits>;
  readonly counters?: LimitCounters;
  /** How caches may keep answers; they ask each time when left out. */
  readonly caching?: CachingOptions;
  readonly executor?: "compiled" | "reference";
  /** Receives every bug and outage; the client sees only the request id. */
  readonly report: (
    error: unknown,
    facts: { readonly requestId: string; readonly operationName: string | null },
  ) => void;
  /** Receives every request that lacks a permission. */
  readonly denied: (facts: DeniedAccess) => void;
}

export interface DeniedAccess {
  readonly requestId: string;
  readonly viewer: Viewer["kind"];
  /** The requested fields of the root type; never an alias, which is text of the client. */
  readonly fields: readonly string[];
  readonly permission: string;
}
