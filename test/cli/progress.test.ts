import { expect, test } from 'vitest';
import { createProgress } from '../../cli/progress.ts';

function screen(isTTY: boolean) {
  const writes: string[] = [];
  const clock = { now: 0 };
  const stream = { isTTY, columns: 120, write: (text: string) => writes.push(text) };
  const progress = createProgress({ stream, now: () => clock.now });
  return { writes, clock, progress };
}

test('outside a terminal there is a line at the start, each tenth, every five seconds, the end', () => {
  const { writes, clock, progress } = screen(false);
  const task = progress.task('bfn-resultats-2025', { totalRows: 1000 });
  clock.now = 1000;
  task.advance({ rows: 50, bytes: 5_000 });
  task.advance({ rows: 50, bytes: 5_000 });
  task.advance({ rows: 50, bytes: 5_000 });
  clock.now = 6000;
  task.advance({ rows: 10, bytes: 3_000 });
  task.done('1,000 rows downloaded');
  progress.note('all done');
  expect(writes).toEqual([
    'bfn-resultats-2025: started\n',
    'bfn-resultats-2025: 10 %, 100 of 1,000 rows, 10.0 kB, 10.0 kB/s, 0:09 left\n',
    'bfn-resultats-2025: 16 %, 160 of 1,000 rows, 18.0 kB, 3.0 kB/s, 0:32 left\n',
    '✔ 1,000 rows downloaded\n',
    'all done\n',
  ]);
});

test('on a terminal the lines of the tasks under way are redrawn below what is said', () => {
  const { writes, clock, progress } = screen(true);
  const first = progress.task('first', { totalRows: 200 });
  const second = progress.task('second');
  clock.now = 2000;
  first.advance({ rows: 50, bytes: 2_000_000 });
  first.done('first is there');
  second.fail('second failed');
  const erase = (lines: number) => `\u001b[${lines}A\u001b[0J`;
  const name = (text: string) => text.padEnd(28);
  expect(writes).toEqual([
    `${name('first')} ${'·'.repeat(20)} \n`,
    `${erase(1)}${name('first')} ${'·'.repeat(20)} \n${name('second')} ${'·'.repeat(20)} \n`,
    `${erase(2)}${name('first')} █████${'░'.repeat(15)} 25 %  50 of 200 rows  2.0 MB  1.0 MB/s  0:06 left\n${name('second')} ${'·'.repeat(20)} \n`,
    `${erase(2)}✔ first is there\n${name('second')} ${'·'.repeat(20)} \n`,
    `${erase(1)}✖ second failed\n`,
  ]);
});

test('a retry starts from zero and says why', () => {
  const { writes, clock, progress } = screen(false);
  const task = progress.task('x', { totalBytes: 100 });
  task.advance({ bytes: 90 });
  task.restart('cut short');
  clock.now = 5000;
  task.advance({ bytes: 10 });
  expect(writes.slice(2)).toEqual([
    'x: cut short; starting again\n',
    'x: 10 %, 10 B, 2 B/s, 0:45 left\n',
  ]);
});

test('disabled or stopped, nothing is shown', () => {
  const writes: string[] = [];
  const stream = { write: (text: string) => writes.push(text) };
  const silent = createProgress({ stream, enabled: false });
  silent.task('x').done('y');
  silent.note('z');
  silent.stop();
  const stopped = createProgress({ stream });
  stopped.stop();
  stopped.note('late');
  expect(writes).toEqual([]);
});
