/** Flesch-Kincaid grade of English text: the years of US school it takes to read it (Kincaid et al., 1975). */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?]+\s/).filter((it) => /[a-z]/i.test(it)).length;
  const words = text.match(/[a-z']+/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without a silent e at the end. */
function syllablesOf(word: string): number {
  const groups = word.replace(/(?<=[^aeiouyl])e$/, '').match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}
