import { useEffect, useId, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** A file dropped beside the frame would open in place of the page, and lose it. */
function useSafeDrops(): void {
  useEffect(() => {
    const stop = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    document.addEventListener('dragover', stop);
    document.addEventListener('drop', stop);
    return () => {
      document.removeEventListener('dragover', stop);
      document.removeEventListener('drop', stop);
    };
  }, []);
}

interface Props {
  words: Readonly<Record<'title' | 'file' | 'drop' | 'several', string>>;
  onFile(file: File): void;
}

/** Where a file is chosen, by its button (the keyboard's way) or by dropping it on the frame. */
export function DropZone({ words, onFile }: Props) {
  const { f } = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  useSafeDrops();
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    setSeveral((files?.length ?? 0) > 1);
    if (first !== undefined) onFile(first);
  };
  return (
    <fieldset
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <legend class="visually-hidden">{f.text(words.title)}</legend>
      <label for={id}>{f.text(words.file)}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file, corrected, can then be chosen again.
          currentTarget.value = '';
        }}
      />
      <span class="note">{f.text(words.drop)}</span>
      {several && <p role="alert">{f.text(words.several)}</p>}
    </fieldset>
  );
}
