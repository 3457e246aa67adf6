import "reflect-metadata";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Log } from "../application/shared/log.js";
import type { Config } from "../infrastructure/config.js";
import { openAdminKey, type AdminKey } from "../infrastructure/identity/admin-key.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import { openDataFolder } from "../infrastructure/shared/data-folder.js";
import { createLogger } from "../infrastructure/shared/logger.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { banner, issuedKeyNote } from "../interface/cli/banner.js";
import { createGraphqlEndpoints } from "../interface/graphql/server.js";
import { createHttpServer } from "../interface/http/server.js";
import { ADMIN_KEY_HOLDER } from "../application/shared/viewer.js";
import { startBackground, type Background } from "./background.js";
import { loadDemoOnFirstStart } from "./demo.js";
import { mediaPasses, openMedia, type ShopMedia } from "./media.js";
import { PROJECT_FOLDER, VERSION } from "./project.js";
import { REACTIONS } from "./reactions.js";
import { idleSettings, openShop, type Shop } from "./shop.js";
import { untilStopped } from "./stop.js";

/** So long readiness says no and answers end their connections before new ones are refused: load balancers and browsers need to notice. */
const NOTICE_MS = { production: 3_000, development: 250 } as const;

interface Outputs {
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
}

/** Serves until the process is told to stop. @returns the exit code */
export const start = async (config: Config, { out, err }: Outputs): Promise<number> => {
  const isDevelopment = config.mode === "development";
  const log = await createLogger({
    level: config.logLevel,
    pretty: isDevelopment && err.isTTY === true,
    destination: err,
  });
  await openDataFolder(config.dataDir);
  const port = await freePort(config);
  const shop = await openShop(config);
  for (const setting of idleSettings(shop, config)) log.warn(setting);
  let ready = true;
  let background: Background | null = null;
  const url = `http://${config.server.host.includes(":") ? `[${config.server.host}]` : config.server.host}:${port}`;
  try {
    const adminKey = await openAdminKey(shop.store.unitOfWork, config.adminKey);
    const demo = await loadDemoOnFirstStart(shop, config);
    if (demo !== null) log.info("The demo catalogue was loaded.", { count: demo.products });
    const media = await openMedia(config, shop.store, shop.mediaFolder);
    const http = await serve({
      config,
      shop,
      media,
      adminKey,
      log,
      publicUrl: config.server.publicUrl ?? url,
      isReady: () => ready,
    });
    await listen(http, config, port);
    shop.store.productSearch.reportTo((error) =>
      log.error(
        "What has changed in the catalogue could not be read for the search, which answers from what it knows. It is tried again after a rest.",
        { error },
      ),
    );
    shop.store.productSearch
      .start()
      .catch((error: unknown) =>
        log.warn(
          "The catalogue could not be read for the search. It is tried again with the next search.",
          { error },
        ),
      );
    if (config.worker)
      background = startBackground({
        store: shop.store,
        reactions: REACTIONS,
        clock: systemClock,
        log,
        passes: mediaPasses(config, shop.store, media, log),
      });
    const { kind } = config.database;
    log.info("Listening.", { address: url, mode: config.mode, database: kind, version: VERSION });
    if (isDevelopment)
      out.write(
        banner({
          version: VERSION,
          url,
          store: storeRow(config),
          issuedKey: adminKey.issued,
          ownKey: config.adminKey !== null,
        }),
      );
    else if (adminKey.issued !== null) out.write(issuedKeyNote(adminKey.issued));
    const close = async (): Promise<void> => {
      await http.close();
      await background?.stop();
    };
    return await untilStopped({
      refuseTraffic: () => (ready = false),
      noticeMs: NOTICE_MS[config.mode],
      close,
      log,
    });
  } finally {
    await background?.stop();
    await shop.store.close();
  }
};

interface Serving {
  readonly config: Config;
  readonly shop: Shop;
  readonly media: ShopMedia;
  readonly adminKey: AdminKey;
  readonly log: Log;
  readonly publicUrl: string;
  readonly isReady: () => boolean;
}

const serve = async ({
  config,
  shop,
  media,
  adminKey,
  log,
  publicUrl,
  isReady,
}: Serving): Promise<FastifyInstance> => {
  const isDevelopment = config.mode === "development";
  const { shop: shopApi, admin } = await createGraphqlEndpoints({
    app: shop.app,
    publicUrl,
    introspection: config.introspection,
    hideSchemaHints: !isDevelopment,
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
  return createHttpServer({
    shop: shopApi,
    admin,
    isAdminKey: adminKey.matches,
    isReady: async () => {
      if (!isReady()) return false;
      await shop.store.ping();
      // Until then searches and narrowed lists would have to wait.
      return shop.store.productSearch.isRead();
    },
    isStopping: () => !isReady(),
    corsOrigins: config.server.corsOrigins,
    trustProxy: config.server.trustProxy,
    media: media.images,
    upload: {
      folder: media.workFolder,
      mostBytes: config.media.uploadBytes,
      publicUrl,
      store: (command) => media.library.uploadImage(command, ADMIN_KEY_HOLDER),
    },
    playground: isDevelopment ? join(PROJECT_FOLDER, "dist", "playground") : null,
    log,
  });
};

const listen = async (http: FastifyInstance, { server }: Config, port: number): Promise<void> => {
  try {
    await http.listen({ host: server.host, port });
  } catch (cause) {
    throw listenProblem(server.host, port, cause as NodeJS.ErrnoException);
  }
};

// Found before anything is built on it: images are addressed with the port.
const freePort = ({ server: { host, port } }: Config): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => fail(listenProblem(host, port, cause)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() =>
        found(typeof address === "object" && address !== null ? address.port : port),
      );
    });
  });

const listenProblem = (host: string, port: number, cause: NodeJS.ErrnoException): Error => {
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: stop what listens there, or set PLINTH_PORT to another one.`,
    EACCES: `Port ${port} may not be used by this user: set PLINTH_PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set PLINTH_HOST to one that is.`,
    ENOTFOUND: `${host} is no address of this machine: set PLINTH_HOST to one that is.`,
  };
  const known = advice[cause.code ?? ""];
  return known === undefined ? cause : new CannotProceed(known, { cause });
};

const storeRow = ({ database }: Config): string =>
  database.kind === "embedded" ? database.file : "MySQL or MariaDB, by PLINTH_DATABASE_URL";
