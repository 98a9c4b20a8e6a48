import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLanguage } from '../context.ts';

/** A titled part of what can be taken away. */
export function Group({
  title,
  name,
  children,
}: {
  title: string;
  name?: string;
  children: ComponentChildren;
}) {
  const { f } = useLanguage();
  const id = useId();
  return (
    <section class={name} aria-labelledby={id}>
      <h3 id={id}>{f.text(title)}</h3>
      {children}
    </section>
  );
}
