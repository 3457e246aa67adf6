import { beforeEach } from "vitest";
import { fillPriceLists } from "../../../src/application/pricing/price-lists/fill-price-lists.js";
import { followAudiences } from "../../../src/application/pricing/price-lists/follow-audiences.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { customerGroupCreate } from "../../../src/application/pricing/customer-groups/customer-group-create.js";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CustomerGroupId, MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { variantId } from "../../builders/product-content.js";
import { made, type MarketShop } from "./market-shop.js";

export const NOON = new Date("2026-01-01T12:00:00.000Z");
export const ONE = new Date("2026-01-01T13:00:00.000Z");
export const TWO = new Date("2026-01-01T14:00:00.000Z");

/** A shop with a clock, and the work that its workers do. */
export const aimedShop = (shop: MarketShop) => {
  let now = NOON;
  beforeEach(() => {
    now = NOON;
  });
  const clock = { now: () => now };
  const needs = () => ({ ...shop.needs(), clock });

  const list = async (
    input: Parameters<ReturnType<typeof priceListCreate>>[0]["priceList"],
  ): Promise<PriceListId> =>
    made(await priceListCreate(needs())({ priceList: input }, OPERATOR)).priceListId;
  const market = async (key: string, priceListId: string | null): Promise<MarketId> =>
    made(await shop.market({ key, priceListId })).marketId;
  const group = async (key: string): Promise<CustomerGroupId> =>
    made(await customerGroupCreate(needs())({ customerGroup: { key } }, OPERATOR)).customerGroupId;

  /** Does the scheduled work that is due, as a worker does. */
  const work = async (): Promise<void> => {
    const jobs = [followAudiences(needs()), fillPriceLists(needs())];
    const lists = await shop.subject.priceListReads.all();
    const markets = await shop.subject.readMarkets();
    const subjects = [...lists, ...markets].map((one) => one.id as string);
    for (let isIdle = false; !isIdle;) {
      isIdle = true;
      for (const job of jobs) {
        const due = await shop.subject.unitOfWork.run(async ({ schedule }) =>
          (await schedule.ofSubjects(job.kind, subjects)).filter(({ dueAt }) => dueAt <= now),
        );
        for (const one of due) {
          isIdle = false;
          await run(job, one);
        }
      }
    }
  };
  const run = (
    job: ReturnType<typeof followAudiences> | ReturnType<typeof fillPriceLists>,
    one: ScheduledWork,
  ) =>
    shop.subject.unitOfWork.run(async (stores) => {
      if ((await stores.schedule.cancel([one.id])) === 1) await job.run(one, stores);
    });

  const contextAt = async (key: string) =>
    (
      await chooseMarket({ markets: { all: shop.subject.readMarkets }, clock })(
        { market: key, locale: null },
        GUEST,
      )
    ).shoppingContext;
  /** The price of a variant and the price range of its product, as the shop shows them now. */
  const shown = async (key: string, variant: number, product = Math.floor(variant / 10)) => {
    const shoppingContext = await contextAt(key);
    const offers = await shop.subject.pricesAndStock.byVariant(
      [variantId(variant)],
      new Set(["price"]),
      shoppingContext,
    );
    const listed = await shop.listed({ sees: "everything", shoppingContext });
    return [
      offers.get(variantId(variant))?.price?.toDecimal() ?? null,
      listed.find(([number]) => number === product)?.[1] ?? null,
    ];
  };

  return {
    clock,
    at: (moment: Date): void => {
      now = moment;
    },
    needs,
    list,
    market,
    group,
    work,
    contextAt,
    shown,
  };
};
