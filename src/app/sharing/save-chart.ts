import type { ChartToSave } from '#views/chart/chart-frame.tsx';
import { pictureOf, type PictureWords } from './picture/picture.ts';
import { pngOf } from './picture/raster.ts';
import { saveFile } from './save-file.ts';

/**
 * Hands a chart to the person: its numbers, or a picture of it in the theme that is shown, with what it is of below it.
 *
 * @param words what the chart is of, and where it can be seen.
 */
export async function saveChart(
  { form, title, csv, figure }: ChartToSave,
  words: Pick<PictureWords, 'caption' | 'link'>,
): Promise<void> {
  const name = `second-thought-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.${form}`;
  if (form === 'csv') {
    saveFile(name, new Blob([csv], { type: 'text/csv' }));
    return;
  }
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const picture = pictureOf(figure, { ...words, name: title, title }, theme);
  saveFile(name, form === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' }));
}
