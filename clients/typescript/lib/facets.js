/**
 * The kinds of facets and where their values stand in a filter. A kind that this version does not know
 * is left alone, because servers may be newer than clients.
 */
const LISTS = {
  COLLECTION: "collections",
  PRODUCT_TYPE: "productTypes",
  TAG: "tags",
  VENDOR: "vendors",
};
const FLAGS = { AVAILABILITY: "available", ON_SALE: "onSale" };

// What a server accepts in one filter.
const MOST_VALUES = 250;
const MOST_OPTIONS = 20;
const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/;

/** A filter in which the value of a facet is chosen if it was not, and not chosen if it was. */
export const toggle = (filter, facet, value) => {
  const { kind } = facet;
  if (Object.hasOwn(LISTS, kind)) {
    const name = LISTS[kind];
    return without(filter, name, switched(filter?.[name], value.value));
  }
  if (Object.hasOwn(FLAGS, kind)) {
    const name = FLAGS[kind];
    const flag = value.value === "true";
    return without(filter, name, filter?.[name] === flag ? undefined : flag);
  }
  if (kind === "OPTION") return toggleOption(filter, facet.name, value.value);
  if (kind === "PRICE") return togglePrice(filter, value);
  return { ...filter };
};

/** The filter as parameters of an address; parameters of `base` that are none of a filter stay. */
export const toSearchParams = (filter, base = "") => {
  const params = new URLSearchParams(base);
  for (const name of new Set(params.keys())) if (isOfFilter(name)) params.delete(name);
  for (const name of Object.values(LISTS))
    for (const value of filter?.[name] ?? []) params.append(name, value);
  for (const { name, values } of filter?.options ?? [])
    for (const value of values ?? []) params.append(`${OPTION}${name}`, value);
  for (const end of ["min", "max"])
    if (hasValue(filter?.price?.[end])) params.append(`price.${end}`, filter.price[end]);
  for (const name of Object.values(FLAGS))
    if (hasValue(filter?.[name])) params.append(name, filter[name]);
  return params;
};

/** The filter that parameters of an address say. What a server would refuse is left out. */
export const fromSearchParams = (params) => {
  const given = new URLSearchParams(params);
  const filter = {};
  for (const name of Object.values(LISTS)) {
    const values = unique(given.getAll(name)).slice(0, MOST_VALUES);
    if (values.length > 0) filter[name] = values;
  }
  const options = optionsOf(given);
  if (options.length > 0) filter.options = options;
  const price = priceOf(given);
  if (Object.keys(price).length > 0) filter.price = price;
  for (const name of Object.values(FLAGS)) {
    const flag = given.get(name);
    if (flag === "true" || flag === "false") filter[name] = flag === "true";
  }
  return filter;
};

const OPTION = "options.";

const isOfFilter = (name) =>
  name.startsWith(OPTION) ||
  ["price.min", "price.max", ...Object.values(LISTS), ...Object.values(FLAGS)].includes(name);

const toggleOption = (filter, name, value) => {
  const options = filter?.options ?? [];
  const values = switched(options.find((option) => option.name === name)?.values, value);
  const others = options.filter((option) => option.name !== name);
  const all = values ? [...others, { name, values }] : others;
  return without(filter, "options", all.length > 0 ? all : undefined);
};

const togglePrice = (filter, { minPrice, maxPrice }) => {
  const price = {
    ...(minPrice && { min: minPrice.amount }),
    ...(maxPrice && { max: maxPrice.amount }),
  };
  const isChosen =
    filter?.price &&
    isSameAmount(filter.price.min, price.min) &&
    isSameAmount(filter.price.max, price.max);
  return without(filter, "price", isChosen ? undefined : price);
};

// The same amount can be written as 80 and as 80.00.
const isSameAmount = (one, other) =>
  hasValue(one) && hasValue(other)
    ? Number(one) === Number(other)
    : hasValue(one) === hasValue(other);

/** @returns undefined instead of an empty list */
const switched = (values, value) => {
  const others = (values ?? []).filter((one) => one !== value);
  const all = others.length === (values ?? []).length ? [...others, value] : others;
  return all.length > 0 ? all : undefined;
};

const without = (filter, name, value) => {
  const { [name]: _before, ...others } = filter ?? {};
  return value === undefined ? others : { ...others, [name]: value };
};

const optionsOf = (given) =>
  unique([...given.keys()].filter((key) => key.startsWith(OPTION) && key.length > OPTION.length))
    .slice(0, MOST_OPTIONS)
    .map((key) => ({
      name: key.slice(OPTION.length),
      values: unique(given.getAll(key)).slice(0, MOST_VALUES),
    }));

const priceOf = (given) =>
  Object.fromEntries(
    ["min", "max"]
      .map((end) => [end, given.get(`price.${end}`) ?? ""])
      .filter(([, amount]) => AMOUNT.test(amount)),
  );

const unique = (values) => [...new Set(values)];

const hasValue = (value) => value !== undefined && value !== null;
