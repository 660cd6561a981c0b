/**
 * A list of JSON texts as one parameter. The driver would escape every quote of every text in an array; JSON holds no bare
 * control characters, so that one of them can stand between the texts as they are.
 */
import { type RawBuilder, sql } from 'kysely';

const between = '\u001e';

/** A `text[]` of these, to be unnested. Texts that are no JSON, or lines of it, do not belong here. */
export function textList(texts: readonly string[]): RawBuilder<unknown> {
  // Each ends with the mark, since one empty text alone would count as none; what follows the last is taken off.
  const marked = texts.map((text) => text + between).join('');
  return sql`trim_array(string_to_array(${marked}, ${between}), 1)`;
}
