import type { Store } from "../../src/infrastructure/store.js";
import type { OperationsSubject } from "../contracts/shared/operations.contract.js";

const LATER = new Date("2030-01-01T00:00:00.000Z");
const LEASE = { owner: "test", until: LATER };
const PARKED = { attempts: 10, dueAt: null, lastError: "Error: jammed" };

/** A store, and what its workers would do. */
export const operationsSubject = (store: Store): OperationsSubject => {
  const keyOf = async (id: string): Promise<number> =>
    Number(
      (await store.readSource.query("SELECT id FROM outbox WHERE event_id = ?", [id]))[0]?.["id"],
    );
  return {
    unitOfWork: store.unitOfWork,
    close: () => store.close(),
    parkEvent: async (id) => {
      const key = await keyOf(id);
      await store.workerUnitOfWork.run(async ({ deliveries }) => {
        await deliveries.claim([key], LEASE, LATER);
        await deliveries.fail(key, LEASE.owner, PARKED);
      });
    },
    deliverEvent: async (id, at) => {
      const key = await keyOf(id);
      await store.workerUnitOfWork.run(async ({ deliveries }) => {
        await deliveries.claim([key], LEASE, LATER);
        await deliveries.settle([key], [], LEASE.owner, at);
      });
    },
    parkWork: (id) =>
      store.workerUnitOfWork.run(async ({ workQueue }) => {
        await workQueue.claim([id], LEASE, LATER);
        await workQueue.fail(id, LEASE.owner, PARKED);
      }),
    finishWork: async (id, at) => {
      await store.workerUnitOfWork.run(async ({ workQueue }) => {
        await workQueue.claim([id], LEASE, LATER);
        await workQueue.finish(id, LEASE.owner, at);
      });
    },
  };
};
