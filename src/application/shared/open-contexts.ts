import { checkContexts } from "./check-contexts.js";
import type {
  AppOf,
  BackgroundNeeds,
  BackgroundStoresOf,
  BackgroundWork,
  Context,
  NeedsOf,
  OutsideNeedsOf,
} from "./context.js";
import type { OutsideWork } from "./outside-work.js";

/** All operations of the contexts. @throws Error as checkContexts does */
export const openContexts = <const Contexts extends readonly Context[]>(
  contexts: Contexts,
  needs: NeedsOf<Contexts>,
): AppOf<Contexts> => {
  checkContexts(contexts);
  return Object.fromEntries(
    contexts.map(({ name, open }) => [name, open(needs as never)]),
  ) as AppOf<Contexts>;
};

/** The subscribers, jobs and recurring work of the contexts. */
export const backgroundOf = <const Contexts extends readonly Context[]>(
  contexts: Contexts,
  needs: BackgroundNeeds,
): BackgroundWork<BackgroundStoresOf<Contexts>> => {
  const works = contexts.map(({ background }) => background?.(needs) ?? {});
  return {
    subscribers: works.flatMap(({ subscribers = [] }) => subscribers),
    jobs: works.flatMap(({ jobs = [] }) => jobs),
    recurring: works.flatMap(({ recurring = [] }) => recurring),
  };
};

/** The work of the contexts that calls services outside. */
export const outsideOf = <const Contexts extends readonly Context[]>(
  contexts: Contexts,
  needs: OutsideNeedsOf<Contexts>,
): readonly OutsideWork[] => contexts.flatMap(({ outside }) => outside?.(needs as never) ?? []);
