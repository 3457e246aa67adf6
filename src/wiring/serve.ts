import { join } from "node:path";
import type { Fingerprints } from "../application/shared/fingerprints.js";
import type { LimitCounters } from "../application/shared/limit-counters.js";
import type { Log } from "../application/shared/log.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../application/shared/viewer.js";
import type { Config } from "../infrastructure/config.js";
import type { AdminKey } from "../infrastructure/identity/admin-key.js";
import { mailPreview } from "../infrastructure/notifications/mail-preview.js";
import { askSandbox } from "../infrastructure/payments/sandbox/ask-sandbox.js";
import type { SandboxAddress } from "../infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { openBudgets } from "../infrastructure/shared/budgets/open-budgets.js";
import type { CockatielCalls } from "../infrastructure/shared/outside/cockatiel-calls.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { statementCount } from "../infrastructure/shared/database/statement-count.js";
import { nextScheduledChange } from "../infrastructure/shared/worker/next-scheduled-change.js";
import { createGraphqlEndpoints } from "../interface/graphql/server/create-graphql-endpoints.js";
import { createHealthServer } from "../interface/http/create-health-server.js";
import { createHttpServer } from "../interface/http/create-http-server.js";
import type { RequestLives } from "../interface/http/request-lives.js";
import type { Storefront } from "../interface/http/storefront-routes.js";
import { backgroundWork } from "./background-work.js";
import type { Servers } from "./listen.js";
import { PROJECT } from "./project.js";
import { readiness } from "./readiness.js";
import type { Shop } from "./shop.js";
import type { ShopMedia } from "./shop-media.js";

interface Serving {
  readonly lives: RequestLives;
  readonly config: Config;
  readonly shop: Shop;
  readonly media: ShopMedia;
  readonly adminKey: AdminKey;
  readonly fingerprints: Fingerprints;
  readonly log: Log;
  readonly counters: LimitCounters;
  readonly calls: CockatielCalls;
  /** Null where there is none. */
  readonly sandbox: SandboxAddress | null;
  /** Null where none is served. */
  readonly storefront: Storefront | null;
  readonly publicUrl: string;
  readonly isReady: () => boolean;
}

/** Makes the servers: that of the shop, and that of its health where it has a port. */
export const serve = async ({
  lives,
  config,
  shop,
  media,
  adminKey,
  fingerprints,
  log,
  counters,
  calls,
  sandbox,
  storefront,
  publicUrl,
  isReady,
}: Serving): Promise<Servers> => {
  const isDevelopment = config.mode === "development";
  const { shop: shopApi, admin } = await createGraphqlEndpoints({
    app: shop.app,
    publicUrl,
    mostVisibleStock: config.mostVisibleStock,
    fingerprints,
    introspection: config.introspection,
    caching: {
      ...config.caching,
      nextChange: nextScheduledChange(shop.store.readSource, seenKinds(config)),
      clock: systemClock,
    },
    trustedDocuments: config.trustedDocuments,
    limits: config.limits,
    counters,
    hideSchemaHints: !isDevelopment,
    statements: isDevelopment ? statementCount : undefined,
    report: (error, { requestId, operationName }) =>
      log.error("A request failed.", {
        error,
        requestId,
        ...(operationName === null ? {} : { operation: operationName }),
      }),
    denied: ({ requestId, viewer, fields, permission }) =>
      log.warn("Access was denied.", {
        requestId,
        viewer,
        operation: fields.join(" "),
        permission,
        result: "denied",
      }),
  });
  await Promise.all([shopApi.server.start(), admin.server.start()]);
  const ping = reportingOnce(() => shop.store.ping(), log);
  const { productSearch } = shop.store;
  const health = {
    isReady: readiness({
      isOpen: isReady,
      ping,
      isSearchRead: () => productSearch.isRead(),
      searchLoadMs: config.limits.searchLoadMs,
      log,
      counters,
    }),
    isSearchLoading: () => productSearch.isLoading(),
    outside: () => calls.health(),
    adminKey,
  };
  const http = await createHttpServer({
    shop: shopApi,
    admin,
    ...health,
    isStopping: () => !isReady(),
    corsOrigins: config.server.corsOrigins,
    trustProxy: config.server.trustProxy,
    media: media.images,
    upload: {
      folder: media.workFolder,
      maxBytes: config.media.uploadBytes,
      publicUrl,
      store: (command) =>
        media.library.uploadImage(command, { ...ADMIN_KEY_HOLDER, id: adminKey.id }),
    },
    receiveWebhook: (webhook) => shop.app.payments.receiveWebhook(webhook, GUEST),
    playground: isDevelopment
      ? {
          folder: join(PROJECT.folder, "dist", "playground"),
          mails: mailPreview(config.mail.from.name),
          sandbox: sandbox && askSandbox(sandbox),
        }
      : null,
    storefront,
    limits: config.limits,
    counters,
    budgets: await openBudgets(config.redis, log, {
      clients: config.limits.countedClients,
      counters,
    }),
    lives,
    log,
  });
  const { healthPort } = config.server;
  return {
    http,
    health:
      healthPort === null
        ? null
        : await createHealthServer({ ...health, counters, limits: config.limits, log }),
  };
};

/** The scheduled work whose effects buyers see. */
const seenKinds = (config: Config): readonly string[] =>
  backgroundWork(config).jobs.flatMap(({ kind, isSeen }) => (isSeen ? [kind] : []));

/** Reports that the store cannot be used when that begins, however often it is asked for. */
const reportingOnce = (ping: () => Promise<void>, log: Log): (() => Promise<void>) => {
  let isDown = false;
  return async () => {
    try {
      await ping();
      isDown = false;
    } catch (error) {
      if (!isDown) log.error("The store cannot be used: the server is not ready.", { error });
      isDown = true;
      throw error;
    }
  };
};
