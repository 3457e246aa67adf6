import { Command, InvalidArgumentError, Option } from "commander";
import type { Writable } from "node:stream";

/** What is done to a shop. */
export interface TortureRequest {
  readonly urls: readonly string[];
  /** A file with the key of the admin API; null: that of the configuration. */
  readonly adminKeyFile: string | null;
  readonly market: string | null;
  readonly paymentMethod: string | null;
  readonly buyers: number;
  readonly units: number;
  readonly checkouts: number;
  readonly copies: number;
  /** 0 to 1. */
  readonly cut: number;
  readonly webhooks: number;
  readonly settleSeconds: number;
  /** Whether the rows of the configured store are checked in the end. */
  readonly checksRows: boolean;
}

interface TortureContext {
  torture(request: TortureRequest): Promise<{ readonly text: string; readonly isSound: boolean }>;
  readonly out: Writable;
  setExitCode(code: number): void;
}

interface Options {
  readonly url: readonly string[];
  readonly adminKeyFile?: string;
  readonly market?: string;
  readonly paymentMethod?: string;
  readonly buyers: number;
  readonly units: number;
  readonly checkouts: number;
  readonly copies: number;
  readonly cut: number;
  readonly webhooks: number;
  readonly settle: number;
  readonly doctor: boolean;
}

const WRONG = 4;

/** `plinth torture` */
export const tortureCommand = (context: TortureContext): Command =>
  new Command("torture")
    .description("buy from a test shop in every way that goes wrong, and check what becomes of it")
    .requiredOption(
      "--url <urls...>",
      "the addresses of its processes, such as http://127.0.0.1:4000",
    )
    .option(
      "--admin-key-file <file>",
      "the key of its admin API (default: that of the configuration)",
    )
    .option("--market <key>", "the market for tests (default: the default market)")
    .option("--payment-method <key>", "a payment method of the sandbox (default: the first one)")
    .addOption(whole("--buyers <n>", "how many want the last units at once", 100, 5_000))
    .addOption(whole("--units <n>", "the last units", 20, 5_000))
    .addOption(
      whole("--checkouts <n>", "how many checkouts have payments that go wrong", 90, 100_000),
    )
    .addOption(whole("--copies <n>", "how often each is sent at once", 3, 20))
    .addOption(
      new Option("--cut <share>", "the share of connections that are cut, 0 to 1")
        .default(0.1)
        .argParser((raw) => {
          const share = Number(raw);
          if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError("Give 0 to 1.");
          return share;
        }),
    )
    .addOption(whole("--webhooks <n>", "how often each webhook comes, in any order", 3, 20))
    .addOption(whole("--settle <seconds>", "how long payments may take to settle", 120, 3_600))
    .option("--doctor", "check the rows of the configured store in the end", false)
    .addHelpText("after", HELP)
    .action(
      async ({ url, adminKeyFile, market, paymentMethod, settle, doctor, ...sizes }: Options) => {
        const { text, isSound } = await context.torture({
          ...sizes,
          urls: url.map((one) => one.replace(/\/+$/, "")),
          adminKeyFile: adminKeyFile ?? null,
          market: market ?? null,
          paymentMethod: paymentMethod ?? null,
          settleSeconds: settle,
          checksRows: doctor,
        });
        context.out.write(text);
        if (!isSound) context.setExitCode(WRONG);
      },
    );

const whole = (flags: string, about: string, usual: number, most: number): Option =>
  new Option(flags, about).default(usual).argParser((raw) => {
    const value = /^\d{1,6}$/.test(raw) ? Number(raw) : 0;
    if (value < 1 || value > most)
      throw new InvalidArgumentError(`Give a number from 1 to ${most}.`);
    return value;
  });

const HELP = `
Only for shops without customers: it adds a product, sells it with test tokens, and archives it in the end. Orders stay. No money
moves, because the payment method has to be one of the sandbox gateway. With PLINTH_PAYMENTS_SANDBOX set to the address of a
sandbox that runs by itself (plinth sandbox), its ledger is compared, and webhooks come several times and in any order.

Buyers send X-Forwarded-For with an address each. Where the shop does not trust this machine (PLINTH_TRUST_PROXY), they share
the limits of one client, and it takes longer.

Exit codes: 0 everything that was checked holds; 4 something does not.

Examples:
  $ plinth torture --url http://127.0.0.1:4000 --doctor
  $ plinth torture --url http://10.0.0.5:4000 --url http://10.0.0.6:4000 --admin-key-file key --checkouts 1000 --copies 5`;
