// Made from the schema of Plinth.

export const PlinthCollection = "fragment PlinthCollection on Collection {\n  id\n  slug\n  title\n  description\n  image {\n    ...PlinthImage\n  }\n  breadcrumbs {\n    id\n    slug\n    title\n  }\n  seo {\n    title\n    description\n  }\n}\n";

export const PlinthImage = "fragment PlinthImage on Media {\n  id\n  url\n  srcSet\n  alt\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n";

export const PlinthMoney = "fragment PlinthMoney on Money {\n  amount\n  minorUnits\n  currency\n  fractionDigits\n  formatted\n}\n";

export const PlinthPageInfo = "fragment PlinthPageInfo on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n";

export const PlinthProductCard = "fragment PlinthProductCard on Product {\n  id\n  slug\n  title\n  vendor\n  available\n  onSale\n  featuredImage {\n    ...PlinthImage\n  }\n  priceRange {\n    min {\n      ...PlinthMoney\n    }\n    max {\n      ...PlinthMoney\n    }\n  }\n  compareAtPriceRange {\n    min {\n      ...PlinthMoney\n    }\n    max {\n      ...PlinthMoney\n    }\n  }\n}\n";

export const PlinthProductChoice = "fragment PlinthProductChoice on Product {\n  id\n  selectedOrFirstAvailableVariant(selectedOptions: $selectedOptions) {\n    ...PlinthVariant\n  }\n  availableOptionValues(selectedOptions: $selectedOptions) {\n    id\n    name\n    values {\n      id\n      value\n      swatch {\n        color\n        image {\n          id\n          url(width: 96, height: 96, fit: COVER)\n          alt\n        }\n      }\n      selected\n      exists\n      available\n      variant {\n        id\n      }\n    }\n  }\n}\n";

export const PlinthProductPage = "fragment PlinthProductPage on Product {\n  ...PlinthProductCard\n  descriptionHtml\n  productType\n  tags\n  seo {\n    title\n    description\n  }\n  options {\n    id\n    name\n    values\n  }\n  media(first: 20) {\n    nodes {\n      ...PlinthImage\n    }\n  }\n  metafields {\n    id\n    namespace\n    key\n    type\n    value\n  }\n  collections(first: 10) {\n    nodes {\n      id\n      slug\n      title\n    }\n  }\n}\n";

export const PlinthReference = "fragment PlinthReference on MetafieldReference {\n  __typename\n  ... on Product {\n    ...PlinthProductCard\n  }\n  ... on Variant {\n    ...PlinthVariant\n    product {\n      id\n      slug\n      title\n    }\n  }\n  ... on Collection {\n    id\n    slug\n    title\n    image {\n      ...PlinthImage\n    }\n  }\n  ... on Media {\n    ...PlinthImage\n  }\n}\n";

export const PlinthSearchFacets = "fragment PlinthSearchFacets on ProductSearchConnection {\n  totalCount\n  facets {\n    kind\n    name\n    label\n    metafieldType\n    values {\n      value\n      label\n      count\n      selected\n      swatch {\n        color\n        image {\n          id\n          url(width: 96, height: 96, fit: COVER)\n          alt\n        }\n      }\n      collection {\n        id\n        slug\n        title\n        parent {\n          id\n        }\n      }\n      minPrice {\n        ...PlinthMoney\n      }\n      maxPrice {\n        ...PlinthMoney\n      }\n      from\n      to\n    }\n    numberRange {\n      min\n      max\n    }\n    priceRange {\n      min {\n        ...PlinthMoney\n      }\n      max {\n        ...PlinthMoney\n      }\n    }\n  }\n  suggestions {\n    kind\n    query\n  }\n}\n";

export const PlinthVariant = "fragment PlinthVariant on Variant {\n  id\n  sku\n  available\n  stock\n  onSale\n  optionValues {\n    id\n    name\n    value\n  }\n  price {\n    ...PlinthMoney\n  }\n  compareAtPrice {\n    ...PlinthMoney\n  }\n  unitPrice {\n    ...PlinthMoney\n  }\n  unitPriceMeasure {\n    total\n    totalUnit\n    base\n    baseUnit\n  }\n  image {\n    ...PlinthImage\n  }\n}\n";

export const PlinthFieldChange = "fragment PlinthFieldChange on FieldChange {\n  path\n  before\n  after\n}\n";

export const PlinthWarning = "fragment PlinthWarning on Warning {\n  code\n  message\n  path\n}\n";

export const PlinthUserError = "fragment PlinthUserError on UserError {\n  __typename\n  code\n  message\n  path\n  ... on AmountExceededError {\n    currency\n    most\n  }\n  ... on CartClosedError {\n    mergedInto\n    orderId\n  }\n  ... on IdempotencyError {\n    retryable\n  }\n  ... on InUseError {\n    uses\n  }\n  ... on InsufficientStockError {\n    available\n    variantId\n  }\n  ... on NotFoundError {\n    missing\n  }\n  ... on OrderNotPayableError {\n    unpayableReason\n  }\n  ... on PaymentMethodNotEligibleError {\n    ineligibility\n  }\n  ... on PaymentNotPossibleError {\n    blockedBy\n  }\n  ... on PriceChangedError {\n    currency\n    now\n    was\n    wasCurrency\n  }\n  ... on StaleVersionError {\n    currentVersion\n  }\n  ... on TakenError {\n    taken\n  }\n  ... on TooManyError {\n    count\n    limit\n  }\n}\n";
