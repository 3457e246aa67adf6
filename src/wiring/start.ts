import "reflect-metadata";
import type { Writable } from "node:stream";
import { gatewaysOf } from "../application/payments/ports/payment-gateways.js";
import type { Log } from "../application/shared/log.js";
import type { Config } from "../infrastructure/config.js";
import { AdminKeyFile } from "../infrastructure/identity/admin-key-file.js";
import { openAdminKey, type IssuedKey } from "../infrastructure/identity/admin-key.js";
import { openStoreSecret } from "../infrastructure/identity/store-secret.js";
import { openDataFolder } from "../infrastructure/shared/files/open-data-folder.js";
import { storeFiles } from "../infrastructure/shared/database/store-files.js";
import { tightenPermissions } from "../infrastructure/shared/files/tighten-permissions.js";
import { createLogger } from "../infrastructure/shared/log/create-logger.js";
import { LoggedLimits } from "../infrastructure/shared/log/logged-limits.js";
import type { StorefrontProcess } from "../infrastructure/shared/storefront/storefront-process.js";
import { CockatielCalls } from "../infrastructure/shared/outside/cockatiel-calls.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { banner, keyFileNote } from "../interface/cli/banner.js";
import { RequestLives } from "../interface/http/request-lives.js";
import { startBackground, type Background } from "./background.js";
import { mediaTasks, openMedia } from "./shop-media.js";
import { serve } from "./serve.js";
import { freePort, listen } from "./listen.js";
import { outsideWork } from "./outside-work.js";
import { openGateways } from "./open-gateways.js";
import { openStorefront } from "./open-storefront.js";
import { PROJECT } from "./project.js";
import { backgroundWork } from "./background-work.js";
import { idleSettings, openShop, type Shop } from "./shop.js";
import { shopDemo } from "./shop-demo.js";
import { untilStopped } from "./until-stopped.js";
import { withRoomForConnections } from "./with-room-for-connections.js";

/**
 * How long the server reports "not ready" and closes connections after their answers before it
 * refuses new ones. Load balancers and browsers need the time to notice.
 */
const NOTICE_MS = { production: 3_000, development: 250 } as const;

/** How long the process waits for what is left when everything has been closed. */
const LEFTOVERS_MS = 500;

interface Outputs {
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
}

/** Serves until the process is stopped. @returns the exit code */
export const start = async (settings: Config, { out, err }: Outputs): Promise<number> => {
  const isDevelopment = settings.mode === "development";
  const log = await createLogger({
    level: settings.logLevel,
    pretty: isDevelopment && err.isTTY === true,
    destination: err,
  });
  const counters = new LoggedLimits(log);
  const config = withRoomForConnections(settings, log);
  await openDataFolder(config.dataDir);
  await shutOthersOut(config, log);
  const port = await freePort(config);
  const calls = new CockatielCalls(config.limits, log, counters);
  const gateways = await openGateways(config, { calls, limits: config.limits, counters, log });
  const paymentServices = { gateways: gatewaysOf(gateways.gateways), log };
  const shop = await openShop(config, counters, null, paymentServices);
  for (const setting of idleSettings(shop, config)) log.warn(setting);
  if (!isDevelopment && config.mail.smtp === null)
    log.warn("PLINTH_SMTP_URL is not set: mails to buyers are written as files, and not sent.");
  if (!isDevelopment && config.payments.stripe?.isTest)
    log.warn("PLINTH_STRIPE_SECRET_KEY is a test key: payments through Stripe move no money.");
  let ready = true;
  let background: Background | null = null;
  let storefront: StorefrontProcess | null = null;
  const url = `http://${config.server.host.includes(":") ? `[${config.server.host}]` : config.server.host}:${port}`;
  try {
    const adminKey = await openAdminKey(
      shop.store.unitOfWork,
      config.adminKey,
      isDevelopment ? null : new AdminKeyFile(config.dataDir),
    );
    const fingerprints = await openStoreSecret(shop.store.unitOfWork, config.secret, systemClock);
    const demo = await shopDemo(shop, config).loadIfDue();
    if (demo !== null) log.info("The demo catalogue was loaded.", { count: demo.products });
    const media = await openMedia(config, shop.store, shop.mediaFolder, { counters, log });
    storefront = openStorefront(config, url, log);
    const lives = new RequestLives(config.limits.graphqlMs, counters);
    const servers = await serve({
      lives,
      config,
      shop,
      media,
      adminKey,
      fingerprints,
      log,
      counters,
      calls,
      sandbox: gateways.sandbox,
      storefront,
      publicUrl: config.server.publicUrl ?? url,
      isReady: () => ready,
    });
    await listen(servers, config, port);
    startSearch(shop, log);
    gateways.start(url);
    if (config.worker)
      background = startBackground({
        store: shop.store,
        work: backgroundWork(config),
        outside: outsideWork(config, shop.store, log, paymentServices),
        clock: systemClock,
        log,
        tasks: mediaTasks(config, shop.store, media, log),
      });
    const close = async (): Promise<void> => {
      // Requests may finish their calls. Background work is tried again after the next start.
      const requestsEnd = servers.http.close().finally(() => calls.stop());
      await Promise.all([requestsEnd, background?.stop()]);
      await Promise.all([servers.health?.close(), gateways.stop(), storefront?.stop()]);
      counters.flush();
    };
    // Before the log says "Listening.": a signal without a handler would kill the process.
    const stopped = untilStopped({
      refuseTraffic: () => (ready = false),
      noticeMs: NOTICE_MS[config.mode],
      stopMs: config.limits.stopMs,
      endRequests: () => {
        lives.endAll();
        calls.stop();
      },
      giveUp: () => {
        counters.reached("stopMs");
        counters.flush();
        shop.store.giveUp();
        servers.http.server.closeAllConnections();
      },
      close,
      log,
    });
    const { kind } = config.database;
    log.info("Listening.", {
      address: url,
      mode: config.mode,
      database: kind,
      version: PROJECT.version,
    });
    out.write(startText(config, url, adminKey.issued, storefront !== null));
    return await stopped;
  } finally {
    await background?.stop();
    await Promise.all([shop.store.close(), gateways.stop(), storefront?.stop()]);
    // Such as a connection to a hung database that is still being opened.
    setTimeout(() => process.exit(), LEFTOVERS_MS).unref();
  }
};

const shutOthersOut = async ({ dataDir, database }: Config, log: Log): Promise<void> => {
  const files = database.kind === "embedded" ? storeFiles(database.file) : [];
  for (const { path, isTightened } of await tightenPermissions([dataDir, ...files]))
    log.warn(
      isTightened
        ? "Other users of this machine had access to the store. It is the owner's only now."
        : "Other users of this machine have access to the store, and its permissions cannot be changed: set PLINTH_DATA_DIR to a folder that only Plinth's user may open (mode 0700).",
      { file: path },
    );
};

const startSearch = ({ store }: Shop, log: Log): void => {
  store.productSearch.reportTo((error) =>
    log.error(
      "Changes of the catalogue could not be read for the search. Searches find the earlier state until the next attempt succeeds.",
      { error },
    ),
  );
  store.productSearch.start().catch((error: unknown) =>
    log.warn("The catalogue could not be read for the search. The next search tries again.", {
      error,
    }),
  );
};

const startText = (
  config: Config,
  url: string,
  issued: IssuedKey | null,
  hasStorefront: boolean,
): string => {
  if (issued !== null && "file" in issued) return keyFileNote(issued.file);
  if (config.mode !== "development") return "";
  const issuedKey = issued?.key ?? null;
  const ownKey = config.adminKey !== null;
  return banner({
    version: PROJECT.version,
    url,
    store: storeRow(config),
    issuedKey,
    ownKey,
    hasSandbox: config.payments.sandbox !== null,
    hasStorefront,
  });
};

const storeRow = ({ database }: Config): string =>
  database.kind === "embedded" ? database.file : "MySQL or MariaDB (PLINTH_DATABASE_URL)";
