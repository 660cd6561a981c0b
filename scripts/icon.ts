/** The app's icon: five steps up, five steps down, and somebody on the highest. No letters, and nothing of HubSpot's. */

/** In a field of 100 by 100. */
const field = 100;
const margin = 16;
const gap = 1.6;
const flight = 5;
const base = 78;
const rise = 8.4;
const colors = { ground: '#17324d', together: '#5fd0a5', apart: '#f2a65a', figure: '#ffffff' } as const;

/** @param size pixels of each side. */
export function iconSvg(size: number): string {
  const width = (field - 2 * margin) / (2 * flight);
  const steps = Array.from({ length: 2 * flight }, (_, place) => {
    const height = rise * (place < flight ? place + 1 : 2 * flight - place);
    const fill = place < flight ? colors.together : colors.apart;
    return `<rect x="${margin + place * width}" y="${base - height}" width="${width - gap}" height="${height}" rx="1.2" fill="${fill}"/>`;
  });
  const top = base - rise * flight;
  const x = margin + (flight - 0.5) * width - gap / 2;
  const figure = `<circle cx="${x}" cy="${top - 8}" r="5" fill="${colors.figure}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${field} ${field}" style="display:block"><rect width="${field}" height="${field}" fill="${colors.ground}"/>${steps.join('')}${figure}</svg>`;
}
