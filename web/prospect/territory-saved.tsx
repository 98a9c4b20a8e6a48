import { useId, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { storedGroups, storeGroups, type TerritoryGroup } from './territory-groups.ts';
import { territoryWords } from './territory-words.ts';

interface Props {
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

function NameForm(props: {
  label: string;
  submit: string;
  initial: string;
  /** Whether the name was taken in: the field is then emptied. */
  onName(name: string): boolean;
  onCancel?(): void;
}) {
  const { f, lang } = useLanguage();
  const id = useId();
  const [name, setName] = useState(props.initial);
  return (
    <form
      class="group-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.onName(name.trim())) setName('');
      }}
    >
      <label class="field" for={id}>
        <span>{f.text(props.label)}</span>
        <input
          id={id}
          type="text"
          maxLength={60}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button quiet">
        {f.text(props.submit)}
      </button>
      {props.onCancel !== undefined && (
        <button type="button" class="link" onClick={props.onCancel}>
          {f.text(territoryWords(lang).cancel)}
        </button>
      )}
    </form>
  );
}

function Action({ name, of, onClick }: { name: string; of: string; onClick(): void }) {
  const { f } = useLanguage();
  return (
    <button type="button" class="link" aria-label={f.text(of)} onClick={onClick}>
      {f.text(name)}
    </button>
  );
}

function Saved(props: {
  group: TerritoryGroup;
  onUse(): void;
  onRename(name: string): boolean;
  onRemove(): void;
}) {
  const { f, lang } = useLanguage();
  const words = territoryWords(lang);
  const { name, departments } = props.group;
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <li>
        <NameForm
          label={words.newName(name)}
          submit={words.confirm}
          initial={name}
          onName={props.onRename}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        class="button quiet"
        aria-label={f.text(words.use(name))}
        onClick={props.onUse}
      >
        {f.text(name)}
      </button>
      <span class="note">{f.text(words.count(departments.length))}</span>
      <Action name={words.rename} of={words.renameOf(name)} onClick={() => setRenaming(true)} />
      <Action name={words.remove} of={words.removeOf(name)} onClick={props.onRemove} />
    </li>
  );
}

/** The groups that the browser keeps, what may be done with them, and what is said once it is. */
function useGroups(chosen: readonly string[]) {
  const { lang } = useLanguage();
  const words = territoryWords(lang);
  const [groups, setGroups] = useState(storedGroups);
  const [message, setMessage] = useState('');
  const keep = (next: readonly TerritoryGroup[], done: string): boolean => {
    const sorted = [...next].sort((a, b) => a.name.localeCompare(b.name, lang));
    const isKept = storeGroups(sorted);
    if (isKept) setGroups(sorted);
    setMessage(isKept ? done : words.refused);
    return isKept;
  };
  const refuse = (why: string): false => {
    setMessage(why);
    return false;
  };
  const others = (name: string) => groups.filter((group) => group.name !== name);
  return {
    groups,
    message,
    save: (name: string): boolean => {
      if (name === '') return refuse(words.nameless);
      if (chosen.length === 0) return refuse(words.nothing);
      const rest = others(name);
      const done = rest.length < groups.length ? words.replaced(name) : words.saved(name);
      return keep([...rest, { name, departments: chosen }], done);
    },
    rename: (group: TerritoryGroup, name: string): boolean => {
      if (name === '') return refuse(words.nameless);
      if (others(group.name).some((other) => other.name === name)) return refuse(words.taken(name));
      return keep([...others(group.name), { ...group, name }], words.saved(name));
    },
    remove: ({ name }: TerritoryGroup): boolean => keep(others(name), words.removed(name)),
  };
}

/** Groups of departments under names of one's own, kept by the browser and nowhere else. */
export function SavedTerritories({ chosen, onChange }: Props) {
  const { f, lang } = useLanguage();
  const words = territoryWords(lang);
  const id = useId();
  const { groups, message, save, rename, remove } = useGroups(chosen);
  return (
    <section class="territory-saved" aria-labelledby={id}>
      <h2 id={id}>{f.text(words.groups)}</h2>
      <p class="note">{f.text(words.groupsText)}</p>
      {groups.length > 0 && (
        <ul>
          {groups.map((group) => (
            <Saved
              key={group.name}
              group={group}
              onUse={() => onChange(group.departments)}
              onRename={(name) => rename(group, name)}
              onRemove={() => remove(group)}
            />
          ))}
        </ul>
      )}
      <NameForm label={words.groupName} submit={words.save} initial="" onName={save} />
      <p class="note" role="status">
        {f.text(message)}
      </p>
    </section>
  );
}
