import type { Writable } from "node:stream";
import { gatewaysOf } from "../application/payments/ports/payment-gateways.js";
import { noLimitCounters } from "../application/shared/limit-counters.js";
import type { Config } from "../infrastructure/config.js";
import { createLogger } from "../infrastructure/shared/log/create-logger.js";
import { CockatielCalls } from "../infrastructure/shared/outside/cockatiel-calls.js";
import { openGatewaysBeside } from "./open-gateways.js";
import { openShop, type Shop } from "./shop.js";

/** Opens the shop with its gateways beside a running server, runs the work and closes the shop. */
export const withGateways = async <T>(
  config: Config,
  destination: Writable,
  work: (shop: Shop) => Promise<T>,
): Promise<T> => {
  const log = await createLogger({ level: config.logLevel, pretty: false, destination });
  const { limits } = config;
  const calls = new CockatielCalls(limits, log, noLimitCounters);
  const opened = await openGatewaysBeside(config, {
    calls,
    limits,
    counters: noLimitCounters,
    log,
  });
  const services = { gateways: gatewaysOf(opened), log };
  const shop = await openShop(config, noLimitCounters, null, services);
  try {
    return await work(shop);
  } finally {
    calls.stop();
    await shop.store.close();
  }
};
