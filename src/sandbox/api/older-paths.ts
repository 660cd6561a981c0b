/** Rewrites HubSpot's older spellings of a path to the dated form, so that each operation is written once. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^\/crm\/(v[34])\/(objects|properties|owners|pipelines|associations|limits)(?=[/?]|$)/, '/crm/$2/$1'],
  [/^\/crm\/associations\/(v4)\//, '/crm/associations/$1/'],
  [/^\/automation\/(v4)\/actions\/callbacks\//, '/automation/actions/callbacks/$1/'],
];

/** @param url path with its query. */
export function toDatedPath(url: string): string {
  for (const [pattern, replacement] of rules) if (pattern.test(url)) return url.replace(pattern, replacement);
  return url;
}
