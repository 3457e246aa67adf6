import { fillPriceLists } from "../../../src/application/pricing/price-lists/fill-price-lists.js";
import { followAudiences } from "../../../src/application/pricing/price-lists/follow-audiences.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import type { Ids } from "../../../src/application/shared/ids.js";
import type { ScheduledWork } from "../../../src/application/shared/schedule.js";
import type { MarketsSubject } from "./market-shop.js";

type Subject = Pick<MarketsSubject, "unitOfWork" | "priceListReads" | "readMarkets">;

/** Does the scheduled work on price lists that is due, as a worker does. */
export const workOnLists = async (
  { unitOfWork, priceListReads, readMarkets }: Subject,
  needs: { readonly clock: Clock; readonly ids: Ids },
): Promise<void> => {
  const jobs = [followAudiences(needs), fillPriceLists(needs)];
  const subjects = [...(await priceListReads.all()), ...(await readMarkets())].map(
    (one) => one.id as string,
  );
  const run = (job: (typeof jobs)[number], one: ScheduledWork) =>
    unitOfWork.run(async (stores) => {
      if ((await stores.schedule.cancel([one.id])) === 1) await job.run(one, stores);
    });
  for (let isIdle = false; !isIdle;) {
    isIdle = true;
    for (const job of jobs) {
      const due = await unitOfWork.run(async ({ schedule }) =>
        (await schedule.ofSubjects(job.kind, subjects)).filter(
          ({ dueAt }) => dueAt <= needs.clock.now(),
        ),
      );
      for (const one of due) {
        isIdle = false;
        await run(job, one);
      }
    }
  }
};
