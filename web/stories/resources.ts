import { questionsCall, storiesCall } from '../api.ts';
import { resource } from '../resource.ts';
import { catalogue, page, view } from '../store.ts';

/** As many stories as a page opens with: one that leads, and two rows of three below on a chapter, one and a half here. */
const onFront = 6;
const inChapter = 4;

/** The chapter of the address, once the catalogue knows it. */
const chapter = (): number | null => {
  const asked = page.value === 'chapter' ? view.value.chapter : null;
  const known = catalogue.state.value.value?.chapters.some(({ code }) => code === asked);
  return known === true ? asked : null;
};

/** The stories of the front page, or of the chapter of the address, with the figures that their charts draw. */
export const stories = resource(() => {
  if (page.value === 'home') return storiesCall({ detail: 'charts', limit: onFront });
  const code = chapter();
  return code === null ? null : storiesCall({ chapter: code, detail: 'charts', limit: inChapter });
});

/** The questions of the chapter of the address, each with its latest figure. */
export const chapterQuestions = resource(() => {
  const code = chapter();
  return code === null ? null : questionsCall({ chapter: code, detail: 'latest' });
});
