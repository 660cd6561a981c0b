/** What a person who fills the sandbox did wrong, said in one sentence that ends with what to do. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}
