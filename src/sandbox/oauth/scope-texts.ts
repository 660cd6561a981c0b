/** What a scope lets an app do, in the words of a consent page. */
const texts: Readonly<Record<string, string>> = {
  oauth: 'See basic facts about your account, such as its time zone',
  timeline: "Show the app's own events on record timelines",
  automation: 'Run and complete steps in your workflows',
  tickets: 'View and change tickets',
  'e-commerce': 'View products and line items',
  forms: 'View form definitions and submissions',
  'sales-email-read': 'See one-to-one emails that are logged in the CRM',
  'crm.objects.owners.read': 'View users who own records',
  'crm.lists.read': 'View lists',
  'crm.lists.write': 'Create and change lists',
  'crm.export': 'Export records',
  'developers-read': 'Read the definitions of the project',
};

/** A sentence for every scope, made of its parts when it is not a special one. */
export function scopeText(scope: string): string {
  const special = texts[scope];
  if (special !== undefined) return special;
  const [, area, objects = '', verb = ''] = scope.split('.');
  const what = objects.replaceAll('_', ' ');
  const doing = verb === 'write' ? 'Create, change and delete' : 'View';
  if (area === 'objects') return `${doing} ${what}, with what is on their timeline`;
  if (area === 'schemas') return `${doing} the properties that ${what} have`;
  return scope;
}
