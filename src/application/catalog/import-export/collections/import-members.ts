import { ruleMatcher } from "../../../../domain/catalog/collections/rule-matcher.js";
import type { CollectionContent } from "../../../../domain/catalog/collections/collection-content.js";
import type { CollectionId, ProductId } from "../../../../domain/catalog/ids.js";
import { inLowerCase } from "../../../../domain/catalog/slug.js";
import { movesToOrder } from "../../../../domain/shared/moves-to-order.js";
import { positionedAmong } from "../../../../domain/shared/positioned-among.js";
import { MAX_BULK_ITEMS } from "../../../shared/bulk.js";
import { change, type Outcome, type Work } from "../../../shared/change.js";
import type { ImportIssue } from "../../../shared/file-format.js";
import { allPages } from "../../../shared/page.js";
import { refusalText } from "../../../shared/table-import.js";
import type { Viewer } from "../../../shared/viewer.js";
import { applyRules, lockFacts } from "../../collections/apply-rules.js";
import { collectionProductsAdd } from "../../collections/collection-products-add.js";
import { collectionProductsReorder } from "../../collections/collection-products-reorder.js";
import type { CatalogReads } from "../../ports/catalog-reads.js";
import { mayWriteCatalog } from "../../ports/permissions.js";
import type { EditStores } from "../../product-edit/lock-products.js";
import { collectionWarnings } from "./collection-warnings.js";
import type { CollectionIssue, MemberRecord } from "./collection-record.js";

type Needs = Parameters<typeof collectionProductsAdd>[0] &
  Parameters<typeof matchingMembersAdd>[0] & { readonly catalogReads: CatalogReads };

interface MembersImport {
  readonly id: CollectionId;
  readonly isNew: boolean;
  readonly content: Pick<CollectionContent, "rules" | "sortOrder">;
  readonly members: readonly MemberRecord[];
  readonly issue: CollectionIssue;
}

interface MembersResult {
  readonly hasChanged: boolean;
  readonly warnings: readonly ImportIssue[];
}

interface Run {
  readonly viewer: Viewer;
  readonly dryRun: boolean;
}

interface Member {
  readonly id: ProductId;
  readonly record: MemberRecord;
}

const EVERYTHING = { sees: "everything" } as const;
const AT_ONCE = 500;

/**
 * Puts the products of a file into a collection. New ones come last, those with a position get it,
 * all others stay and keep their order.
 */
export const importMembers = async (
  needs: Needs,
  { id, isNew, content, members, issue }: MembersImport,
  run: Run,
): Promise<MembersResult> => {
  if (members.length === 0) return { hasChanged: false, warnings: [] };
  const { rules, sortOrder } = content;
  if (rules && sortOrder !== "MANUAL")
    return {
      hasChanged: false,
      warnings: members.map(({ row }) => issue(row, "product", collectionWarnings.orderedByRule())),
    };
  const { found, unknown } = await findProducts(needs.catalogReads, members);
  const warnings = unknown.map(({ row, slug }) =>
    issue(row, "product", collectionWarnings.unknownProduct(slug)),
  );
  const before = isNew ? [] : await storedMembers(needs.catalogReads, id);
  const inside = new Set(before);
  const missing = found.filter((member) => !inside.has(member.id));
  const added: Member[] = [];
  for (let start = 0; start < missing.length; start += PORTION) {
    const some = missing.slice(start, start + PORTION);
    const { result, refusals } = rules
      ? await matchingMembersAdd(needs)(
          { id, rules, products: some.map((one) => one.id) },
          run.viewer,
          { key: null, dryRun: run.dryRun, problems: [] },
        )
      : await addByHand(needs, id, some, run);
    const accepted = new Set(result);
    added.push(...some.filter((one) => accepted.has(one.id)));
    for (const { record } of some.slice(0, 1))
      for (const refusal of refusals)
        warnings.push(issue(record.row, "product", refusalText(refusal)));
    if (rules && result)
      for (const one of some)
        if (!accepted.has(one.id))
          warnings.push(issue(one.record.row, "product", collectionWarnings.automated()));
  }
  const simulated = [...before, ...added.map((one) => one.id)];
  const present = run.dryRun || !rules ? simulated : await storedMembers(needs.catalogReads, id);
  const moves = movesToOrder(present, orderOf(present, found));
  for (let start = 0; start < moves.length && !run.dryRun; start += MAX_BULK_ITEMS) {
    const some = moves.slice(start, start + MAX_BULK_ITEMS);
    const { refusals } = await collectionProductsReorder(needs)(
      { id, moves: some.map(({ item, to }) => ({ productId: item, to })) },
      run.viewer,
    );
    for (const { row } of members.slice(0, 1))
      for (const refusal of refusals)
        warnings.push(issue(row, "productPosition", refusalText(refusal)));
  }
  return { hasChanged: added.length + moves.length > 0, warnings };
};

const PORTION = 200;

const orderOf = (present: readonly ProductId[], found: readonly Member[]): readonly ProductId[] => {
  const inside = new Set(present);
  const positions = new Map(
    found.flatMap(({ id, record: { position } }) =>
      position === null || !inside.has(id) ? [] : [[id, position] as const],
    ),
  );
  return positionedAmong(
    [...positions].toSorted(([, a], [, b]) => a - b).map(([id]) => id),
    present.filter((id) => !positions.has(id)),
    (id) => positions.get(id) ?? 0,
  );
};

/** Adds products at the end. @returns those that are in the collection afterwards */
const addByHand = async (
  needs: Needs,
  id: CollectionId,
  members: readonly Member[],
  { viewer, dryRun }: Run,
): Promise<Pick<Outcome<readonly ProductId[]>, "result" | "refusals">> => {
  const productIds = members.map((one) => one.id);
  // A dry run has not stored a new collection.
  if (dryRun) return { result: productIds, refusals: [] };
  const { result, refusals } = await collectionProductsAdd(needs)({ id, productIds }, viewer);
  return { result: result && productIds, refusals };
};

interface MatchingMembersAdd {
  readonly id: CollectionId;
  readonly rules: NonNullable<CollectionContent["rules"]>;
  readonly products: readonly ProductId[];
}

/** Adds those products that the rules match, in their order. @returns them */
const matchingMembersAdd = change(
  mayWriteCatalog,
  async (
    { id, rules, products }: MatchingMembersAdd,
    { stores, now }: Work<EditStores>,
  ): Promise<readonly ProductId[]> => {
    const facts = await lockFacts(stores, products);
    const matches = ruleMatcher(rules);
    const collection = (await stores.collections.byId([id])).get(id);
    const inOrder = new Map(
      products.flatMap((product) => {
        const known = facts.get(product);
        return known && matches(known) ? [[product, known] as const] : [];
      }),
    );
    // A dry run has not stored a new collection.
    if (collection) await applyRules(stores, collection, inOrder, now);
    return [...inOrder.keys()];
  },
);

/** The products of a file by the slug that they have, or that they had. */
const findProducts = async (
  reads: CatalogReads,
  members: readonly MemberRecord[],
): Promise<{ readonly found: readonly Member[]; readonly unknown: readonly MemberRecord[] }> => {
  const found = new Map<ProductId, Member>();
  const unknown: MemberRecord[] = [];
  for (let start = 0; start < members.length; start += AT_ONCE) {
    const some = members.slice(start, start + AT_ONCE);
    const slugs = some.map(({ slug }) => inLowerCase(slug));
    const current = new Map(
      (await reads.productsBySlug(slugs, EVERYTHING, new Set(["slug"]))).map((one) => [
        one.slug,
        one.id,
      ]),
    );
    const others = slugs.filter((slug) => !current.has(slug));
    if (others.length > 0)
      for (const [slug, { id }] of await reads.productsByOldSlug(others, EVERYTHING, new Set()))
        current.set(slug, id);
    for (const [index, record] of some.entries()) {
      const id = current.get(slugs[index] ?? "");
      if (id === undefined) unknown.push(record);
      else if (!found.has(id)) found.set(id, { id, record });
    }
  }
  return { found: [...found.values()], unknown };
};

const storedMembers = async (
  reads: CatalogReads,
  id: CollectionId,
): Promise<readonly ProductId[]> => {
  const found: ProductId[] = [];
  const empty = { items: [], hasNextPage: false, hasPreviousPage: false };
  for await (const some of allPages(
    AT_ONCE,
    async (page) =>
      (await reads.productsOfCollections([id], page, EVERYTHING, new Set(), "MANUAL")).get(id) ??
      empty,
  ))
    found.push(...some.map((one) => one.id));
  return found;
};
