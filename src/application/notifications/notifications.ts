import type { BackgroundWork, Context } from "../shared/context.js";
import type { OutsideQueue } from "../shared/outside-job.js";
import type { ScheduleStores } from "../shared/schedule.js";
import { planMails } from "./plan-mails.js";
import { sendMails, type SendMailsNeeds } from "./send-mails.js";

export interface NotificationsNeeds extends SendMailsNeeds {
  readonly outsideQueue: OutsideQueue;
}

/** Tells buyers by mail what became of their orders. */
export const notificationsContext = {
  name: "notifications",
  operations: {},
  open: () => ({}),
  background: (needs): Partial<BackgroundWork<ScheduleStores>> => ({
    subscribers: [planMails(needs)],
  }),
  outside: (needs: NotificationsNeeds) => [needs.outsideQueue.workOf(sendMails(needs))],
} as const satisfies Context;
