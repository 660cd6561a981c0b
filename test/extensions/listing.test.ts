/** What the marketplace shows of the app is there, in the sizes that it is asked for. `npm run listing` makes it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { iconSize, listingDir, previews, screenshots } from '../../scripts/listing.ts';

const extensions = path.resolve(import.meta.dirname, '../../extensions');
const cardsDir = path.join(extensions, 'app', 'cards');
/** HubSpot takes no larger preview of a card, bytes. */
const largestPreview = 5 * 1024 * 1024;

const meta = z.looseObject({
  config: z.looseObject({ previewImage: z.strictObject({ file: z.string(), altText: z.string().min(20) }) }),
});

/** Width and height of a PNG, from its first chunk. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('every card has a preview with words for who does not see it, and the preview travels with the project', () => {
  const cards = readdirSync(cardsDir).filter((file) => file.endsWith('-hsmeta.json'));
  const named = cards.map((file) => {
    const { previewImage } = meta.parse(JSON.parse(readFileSync(path.join(cardsDir, file), 'utf8'))).config;
    return path.join(extensions, previewImage.file);
  });
  expect(named.sort()).toEqual(previews.map(({ file }) => path.join(cardsDir, file)).sort());
  for (const file of named) {
    expect(readFileSync(file).byteLength).toBeLessThan(largestPreview);
    expect(sizeOf(file)[0]).toBeGreaterThan(400);
  }
});

test('the icon is a square, and the listing holds the screenshots and nothing stale', () => {
  expect(sizeOf(path.join(listingDir, 'icon.png'))).toEqual([iconSize, iconSize]);
  for (const { file } of screenshots) expect(existsSync(path.join(listingDir, file)), file).toBe(true);
  expect(readdirSync(listingDir).sort()).toEqual(['icon.png', ...screenshots.map(({ file }) => file)].sort());
});
