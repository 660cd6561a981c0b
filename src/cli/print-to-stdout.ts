/** Prints; a reader that has seen enough (`| head`) ends the process quietly, as it would any filter. */
export function printToStdout(text: string): void {
  if (process.stdout.listenerCount('error', endQuietly) === 0) process.stdout.on('error', endQuietly);
  process.stdout.write(text);
}

function endQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
}
