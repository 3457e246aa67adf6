import type { Clock } from "../../shared/clock.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { removeProducts, sayFarewell } from "../products/farewell.js";
import { takeProducts, type EditStores } from "../products/take-products.js";

export interface DeleteProducts {
  /** Slugs; unknown ones are passed over. */
  readonly products: readonly string[];
}

interface Needs {
  readonly unitOfWork: UnitOfWork<EditStores>;
  readonly clock: Clock;
}

/** Takes products out, all or none, with everything that hangs on them. @returns how many there were @throws ProductInUse */
export const deleteProducts = useCase(
  mayWriteCatalog,
  ({ unitOfWork, clock }: Needs) =>
    ({ products: slugs }: DeleteProducts, viewer): Promise<number> =>
      unitOfWork.run(async (stores) => {
        const found = await stores.products.bySlug(slugs);
        const gone = [
          ...(
            await takeProducts(
              stores,
              [...found.values()].map(({ id }) => id),
            )
          ).values(),
        ];
        gone.forEach(sayFarewell);
        await removeProducts({ stores, viewer, now: clock.now() }, gone);
        return gone.length;
      }),
);
